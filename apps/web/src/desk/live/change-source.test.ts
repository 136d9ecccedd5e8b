import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changeSource } from './change-source.ts';
import type { ChangedDays } from './touched-queries.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

/** An EventSource whose server is the test. */
class Wire extends EventTarget {
  readyState = 1;
  closed = false;
  say(event: string, data: object = {}) {
    this.dispatchEvent(Object.assign(new Event(event), { data: JSON.stringify(data) }));
  }
  break(readyState: 0 | 2) {
    this.readyState = readyState;
    this.dispatchEvent(new Event('error'));
  }
  close() {
    this.closed = true;
  }
}

function listening() {
  const wires: Wire[] = [];
  const changes: ChangedDays[] = [];
  let hears: boolean | undefined;
  const source = changeSource(
    '/changes',
    {
      changed: (days) => changes.push(days),
      system: () => {},
      hears: (now) => {
        hears = now;
      },
    },
    () => {
      const wire = new Wire();
      wires.push(wire);
      return wire;
    },
  );
  const wire = () => {
    const last = wires.at(-1);
    if (last === undefined) throw new Error('it opened nothing');
    return last;
  };
  return { source, wires, wire, changes, hears: () => hears };
}

test('days are handed on as they are told; what was read before it heard may be old', () => {
  const { wire, changes, hears } = listening();
  wire().say('hello');
  expect(hears()).toBe(true);
  expect(changes).toEqual(['all']);
  wire().say('change', { dates: ['2026-11-24'] });
  wire().say('again');
  expect(changes).toEqual(['all', ['2026-11-24'], 'all']);
});

test('after a break that mended itself everything has changed', () => {
  const { wire, wires, changes, hears } = listening();
  wire().say('hello');
  wire().break(0);
  expect(hears()).toBe(false);
  wire().say('hello');
  expect(hears()).toBe(true);
  expect(changes).toEqual(['all', 'all']);
  expect(wires).toHaveLength(1);
});

test('a stream that was refused is tried again, more and more seldom', async () => {
  const { wire, wires, changes } = listening();
  wire().break(2);
  expect(changes).toEqual(['all']);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(wires).toHaveLength(2);
  wire().break(2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(wires).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(wires).toHaveLength(3);
});

test('a line that is silent for too long is dead', async () => {
  const { wire, wires, changes, hears } = listening();
  wire().say('hello');
  for (let n = 0; n < 8; n++) {
    await vi.advanceTimersByTimeAsync(15_000);
    wire().say('beat');
  }
  expect(wires).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(wires.length).toBeGreaterThan(1);
  expect(wires[0]?.closed).toBe(true);
  expect(changes.length).toBeGreaterThan(1);
  expect(hears()).toBe(false);
});

test('after a sleep it looks at once, after a blink it does not', () => {
  const { source, wire, wires, changes } = listening();
  wire().say('hello');
  vi.setSystemTime(5_000);
  source.wake();
  expect(wires).toHaveLength(1);
  vi.setSystemTime(3_600_000);
  source.wake();
  expect(wires).toHaveLength(2);
  expect(changes).toEqual(['all', 'all']);
});

test('a closed one is closed, whatever comes', async () => {
  const { source, wire, wires, changes } = listening();
  source.close();
  wire().say('change', { dates: ['2026-11-24'] });
  await vi.advanceTimersByTimeAsync(120_000);
  expect(changes).toEqual([]);
  expect(wires).toHaveLength(1);
  expect(wire().closed).toBe(true);
});

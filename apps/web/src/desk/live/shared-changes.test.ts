import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sharedChanges } from './shared-changes.ts';
import type { ChangedDays } from './touched-queries.ts';

/** The streams opened, by whichever tab. */
const wires: FakeStream[] = [];

class FakeStream extends EventTarget {
  readyState = 1;
  closed = false;
  constructor() {
    super();
    wires.push(this);
  }
  say(event: string, data: object = {}) {
    this.dispatchEvent(Object.assign(new Event(event), { data: JSON.stringify(data) }));
  }
  close() {
    this.closed = true;
  }
}

beforeEach(() => {
  wires.length = 0;
  vi.stubGlobal('EventSource', FakeStream);
  vi.stubGlobal('document', { visibilityState: 'visible' });
});
afterEach(() => void vi.unstubAllGlobals());

const tabs: { close(): void }[] = [];
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

function tab(salonId: string) {
  const changes: ChangedDays[] = [];
  const told = { system: 0 };
  const shared = sharedChanges(salonId, {
    changed: (days) => changes.push(days),
    system: () => void told.system++,
    hears: () => {},
  });
  tabs.push(shared);
  return { ...shared, changes, told };
}

const opened = (count: number) => expect.poll(() => wires.length).toBe(count);

test('two tabs share one stream, and both are told', async () => {
  const first = tab('elbe');
  await opened(1);
  const second = tab('elbe');
  wires[0]?.say('hello');
  wires[0]?.say('change', { dates: ['2026-11-24'] });
  wires[0]?.say('system');
  const days = ['2026-11-24'];
  await expect.poll(() => [first.changes, second.changes].every((all) => all.some((c) => c[0] === days[0]))).toBe(true);
  await expect.poll(() => [first.told.system, second.told.system]).toEqual([1, 1]);
  expect(wires).toHaveLength(1);
});

test('when the tab that hears is closed, the next one hears', async () => {
  const first = tab('alster');
  await opened(1);
  const second = tab('alster');
  first.close();
  await opened(2);
  expect(wires[0]?.closed).toBe(true);
  wires[1]?.say('hello');
  expect(second.changes).toContain('all');
});

test('calendars of two salons have a stream each', async () => {
  tab('isar');
  tab('spree');
  await opened(2);
});

test('a tab opened later is told that what it read may be old', async () => {
  tab('weser');
  await opened(1);
  wires[0]?.say('hello');
  const later = tab('weser');
  await expect.poll(() => later.changes).toEqual(['all']);
});

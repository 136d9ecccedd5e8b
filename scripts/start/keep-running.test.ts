import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Ended, type Kept, keepRunning } from './keep-running.ts';

/** Lives of one part: each is ended by the test. */
type Life = { end(ended: Ended): void; stopped: boolean };

let lives: Life[];
let lines: string[];
let fatal: string[];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  lives = [];
  lines = [];
  fatal = [];
});

afterEach(() => vi.useRealTimers());

function keep(): Promise<Kept> {
  return keepRunning({
    name: 'It',
    async start() {
      const ended = Promise.withResolvers<Ended>();
      const life: Life = { end: ended.resolve, stopped: false };
      lives.push(life);
      return {
        ended: ended.promise,
        async stop() {
          life.stopped = true;
          ended.resolve({ why: 'stopped' });
        },
      };
    },
    report: (line) => lines.push(line),
    onFatal: (why) => fatal.push(why),
  });
}

async function die(afterMs = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(afterMs);
  lives.at(-1)?.end({ why: 'boom' });
  await vi.advanceTimersByTimeAsync(0);
}

const pauses = () => lines.map((line) => Number(/in ([\d.]+) s/.exec(line)?.[1]));

test('the pause doubles up to ten seconds, and starts over after half a minute of life', async () => {
  await keep();
  for (let i = 0; i < 8; i += 1) {
    await die();
    await vi.advanceTimersByTimeAsync(10_000);
  }
  expect(pauses()).toEqual([0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10, 10]);
  await die(31_000);
  expect(pauses().at(-1)).toBe(0.2);
});

test('a fatal end is told and not repaired', async () => {
  await keep();
  lives[0]?.end({ why: 'bad', fatal: 'no such setting' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fatal).toEqual(['no such setting']);
  expect(lives).toHaveLength(1);
});

test('stopped during a pause it does not start again', async () => {
  const kept = await keep();
  await die();
  await kept.stop(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(lives).toHaveLength(1);
});

test('a restart begins at once, also during a pause', async () => {
  const kept = await keep();
  kept.restart();
  await vi.advanceTimersByTimeAsync(0);
  expect(lives.map((life) => life.stopped)).toEqual([true, false]);
  await die();
  kept.restart();
  await vi.advanceTimersByTimeAsync(0);
  expect(lives).toHaveLength(3);
  await kept.stop(false);
});

import { afterEach, expect, test } from 'vitest';
import type { Delivery } from './mail/deliver.ts';
import { AT_ONCE } from './parts.ts';
import { type TestWorker, testWorker } from './test/test-worker.ts';

const PACE = 1_000;

let worker: TestWorker | undefined;
afterEach(() => worker?.close());

const refused = (responseCode: number) =>
  Object.assign(new Error('no'), { responseCode, response: `${responseCode} no`, command: 'RCPT TO' });

test.each([
  ['sent', undefined],
  ['again', 451],
  ['failed', 550],
] as const)('a mail that the server answered (%s) takes up its place for the pace', async (outcome, code) => {
  const told: string[] = [];
  const places: (() => void)[] = [];
  const delivery: Delivery = {
    kind: 'caught',
    async deliver() {
      told.push('begun');
      if (code) throw refused(code);
    },
    close() {},
  };
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      expect(ms).toBe(PACE);
      places.push(resolve);
    });
  const one = await testWorker('postgres', {}, { delivery, pace: PACE, rest });
  worker = one;
  const salon = await one.salon({ email: null, reminderMinutes: null });
  for (let n = 0; n <= AT_ONCE; n++) await salon.book('2026-12-19T14:00:00+01:00');
  await one.parts.relayOnce();
  const answered = () => one.parts.done[outcome];
  await expect.poll(answered).toBe(AT_ONCE);
  told.push('one place is free');
  places[0]?.();
  await expect.poll(answered).toBe(AT_ONCE + 1);
  expect(told).toEqual([...Array(AT_ONCE).fill('begun'), 'one place is free', 'begun']);
  for (const free of places) free();
});

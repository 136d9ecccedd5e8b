import { once } from 'node:events';
import { afterEach, expect, test } from 'vitest';
import type { Delivery } from './mail/deliver.ts';
import { AT_ONCE } from './parts.ts';
import { type TestWorker, testWorker } from './test/test-worker.ts';

const PACE = 1_000;
/** A timer may ring a moment early. */
const EARLY = 10;

let worker: TestWorker | undefined;
afterEach(() => worker?.close());

const refused = (responseCode: number) =>
  Object.assign(new Error('no'), { responseCode, response: `${responseCode} no`, command: 'RCPT TO' });

test.each([
  ['sent', undefined],
  ['again', 451],
  ['failed', 550],
] as const)('a mail that the server answered (%s) takes up its place for the pace', async (outcome, code) => {
  const begun: number[] = [];
  const delivery: Delivery = {
    kind: 'caught',
    async deliver() {
      begun.push(performance.now());
      if (code) throw refused(code);
    },
    close() {},
  };
  worker = await testWorker('postgres', {}, { delivery, pace: PACE });
  const salon = await worker.salon({ email: null, reminderMinutes: null });
  for (let n = 0; n <= AT_ONCE; n++) await salon.book('2026-12-19T14:00:00+01:00');
  await worker.parts.relayOnce();
  while (worker.parts.done[outcome] <= AT_ONCE) await once(worker.parts.senders, 'completed');
  // No sooner than the first left its place: a least time, which a slow machine only lengthens.
  expect((begun[AT_ONCE] ?? 0) - (begun[0] ?? 0)).toBeGreaterThan(PACE - EARLY);
});

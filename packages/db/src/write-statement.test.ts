import { expect, test } from 'vitest';
import type { Database } from './pool.ts';
import { OverloadedError, writeThrough } from './write-statement.ts';

const db = { pool: { waitingCount: 0 } } as Database;

/** A transaction that the database refuses so often for this reason, and then takes; how often it was run. */
async function refused(code: string, times: number): Promise<{ ran: number; answer: unknown }> {
  let ran = 0;
  const write = async () => {
    if (++ran <= times) throw Object.assign(new Error(code), { code });
    return 'kept';
  };
  return { answer: await writeThrough(db, write).catch((error) => error), ran };
}

test.each([
  ['a deadlock', '40P01'],
  ['a serialization failure', '40001'],
  ['a lost race', 'SB001'],
])('a transaction that met %s is run again', async (_story, code) => {
  expect(await refused(code, 3)).toEqual({ ran: 4, answer: 'kept' });
});

test('one that meets others again and again is given up as too much going on', async () => {
  expect(await refused('40P01', 99)).toEqual({ ran: 4, answer: expect.any(OverloadedError) });
});

test.each([
  ['whose connection broke', '08006'],
  ['that waited too long', '55P03'],
])('one %s is not run again: it may stand, or wait as long once more', async (_story, code) => {
  expect(await refused(code, 1)).toEqual({ ran: 1, answer: expect.any(OverloadedError) });
});

test('what the database refuses for good is told as it is', async () => {
  expect(await refused('23505', 1)).toMatchObject({ ran: 1, answer: { code: '23505' } });
});

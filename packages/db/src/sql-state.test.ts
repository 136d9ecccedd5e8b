import { expect, test } from 'vitest';
import { isAgain, isConflict, isConnectionLoss, isTimeout, sqlState } from './sql-state.ts';

test.each([
  ['pg itself', { code: '23P01' }],
  ['a Prisma model', { code: 'P2039', meta: { driverAdapterError: { cause: { originalCode: '23P01' } } } }],
  ['raw SQL through Prisma', { code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '23P01' } } } }],
  ['the driver adapter at COMMIT', { cause: { originalCode: '23P01' } }],
])('the state is found in what %s throws', (_who, error) => {
  expect(sqlState(error)).toBe('23P01');
});

test('what is no SQLSTATE is none', () => {
  for (const error of [undefined, null, 'text', {}, { code: 'P2002' }, { code: 'P1001' }, { code: 'ECONNREFUSED' }]) {
    expect(sqlState(error)).toBeUndefined();
  }
  expect(sqlState({ code: 'P0001' })).toBe('P0001');
});

test('trouble that passes is told apart from trouble that stays', () => {
  expect([{ code: '40P01' }, { code: '40001' }, { code: '23P01' }].map(isConflict)).toEqual([true, true, false]);
  expect([{ code: '55P03' }, { code: '57014' }, { code: '57P01' }].map(isTimeout)).toEqual([true, true, false]);
  expect([{ code: 'SB001' }, { code: '40P01' }].map(isAgain)).toEqual([true, false]);
  const gone = [
    { code: 'ECONNRESET' },
    { code: '57P01' },
    { code: '08006' },
    { code: 'P1001' },
    new Error('Connection terminated unexpectedly'),
  ];
  expect(gone.map(isConnectionLoss)).toEqual([true, true, true, true, true]);
  expect([{ code: '23505' }, { code: 'P2002' }, new Error('no')].map(isConnectionLoss)).toEqual([false, false, false]);
});

import { expect, test } from 'vitest';
import { ApiProblem } from '../../lib/http.ts';
import { refusalOf } from './refusal-of.ts';

const problem = new ApiProblem({
  ...{ type: 'about:blank', title: '', status: 409, code: 'slot_taken', detail: '', requestId: 'r' },
});
const body = { date: '2026-12-19', time: '14:00', expectedPriceCents: 3500 };
const refused = { kind: 'refused', problem, body } as const;

test('a refusal is shown where the start it is about is shown', () => {
  expect(refusalOf(refused, { day: '2026-12-19', at: '14:00' })).toBe(refused);
});

test.each([
  ['another time', { day: '2026-12-19', at: '15:00' }],
  ['another day', { day: '2026-12-20', at: '14:00' }],
  ['the other hour of that name', { day: '2026-12-19', at: '14:00+01:00' }],
  ['no time', { day: '2026-12-19', at: null }],
])('it does not follow to %s', (_where, start) => {
  expect(refusalOf(refused, start)).toBeUndefined();
});

test('what is still on its way is no refusal', () => {
  expect(refusalOf({ kind: 'sending' }, { day: '2026-12-19', at: '14:00' })).toBeUndefined();
});

import { expect, test } from 'vitest';
import { changedDetails, detailsOf, wrongDetails } from './details.ts';

const card = { name: 'Anna', email: 'anna@kunde.example', phone: null, notes: 'Mag Tee', allergies: null };
const before = detailsOf(card);

test('only what was changed is sent, and what was emptied is taken off', () => {
  const after = { ...before, phone: ' 0151 ', notes: '  ', name: 'Anna ' };
  expect(changedDetails(before, after)).toEqual({ phone: '0151', notes: null });
});

test.each([
  [{}, { name: false, email: false }],
  [{ name: ' ' }, { name: true, email: false }],
  [{ email: 'anna@kunde' }, { name: false, email: true }],
  [{ email: '' }, { name: false, email: false }],
])('of %o %o is wrong', (typed, wrong) => {
  expect(wrongDetails({ ...before, ...typed })).toEqual(wrong);
});

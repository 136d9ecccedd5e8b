import { expect, test } from 'vitest';
import { type VisitNow, whyDrop } from './why-drop.ts';

const NOON = Date.parse('2026-12-19T12:00:00Z');
const HOUR = 3_600_000;
const visit: VisitNow = {
  status: 'confirmed',
  sequence: 1,
  startsAt: NOON,
  endsAt: NOON + HOUR,
  erased: false,
};
const before = NOON - HOUR;
const during = NOON + HOUR / 2;
const after = NOON + 2 * HOUR;

test.each([
  ['a confirmation of a visit as it stands', 'confirmation', {}, before, undefined],
  ['one that arrives while the customer sits there', 'confirmation', {}, during, undefined],
  ['one for a visit that is over', 'confirmation', {}, after, 'over'],
  ['one for a visit that has moved since', 'confirmation', { sequence: 2 }, before, 'moved_on'],
  [
    'one for a visit that was cancelled since',
    'confirmation',
    { sequence: 2, status: 'cancelled' },
    before,
    'moved_on',
  ],
  ['one for somebody who was erased', 'confirmation', { erased: true }, before, 'erased'],
  ['a cancellation', 'cancelled', { status: 'cancelled' }, before, undefined],
  ['a cancellation that took a day', 'cancelled', { status: 'cancelled' }, after, undefined],
  ['a reminder', 'reminder', {}, before, undefined],
  ['a reminder that comes too late', 'reminder', {}, NOON, 'over'],
  ['a reminder of what the salon never confirmed', 'reminder', { status: 'requested' }, before, 'not_confirmed'],
  ['a notice to the salon, the morning after', 'notice_booked', {}, after, undefined],
  ['a notice of what has changed again', 'notice_moved', { sequence: 2 }, before, 'moved_on'],
] as const)('%s', (_story, kind, change, now, reason) => {
  expect(whyDrop({ kind, sequence: 1 }, { ...visit, ...change }, now)).toBe(reason);
});

test('a message about a visit that is gone', () => {
  expect(whyDrop({ kind: 'confirmation', sequence: 1 }, undefined, before)).toBe('gone');
});

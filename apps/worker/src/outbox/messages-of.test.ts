import { describe, expect, test } from 'vitest';
import { type EventVisit, messagesOf, type OutboxEvent } from './messages-of.ts';

const NOW = Date.parse('2026-11-23T07:00:00Z');
const START = Date.parse('2026-12-19T13:00:00Z');
const event: OutboxEvent = {
  salonId: 's',
  id: 'e',
  kind: 'booking_created',
  bookingId: 'b',
  sequence: 0,
  requestId: null,
  actor: 'customer',
  notify: true,
  createdAt: NOW,
};
const visit: EventVisit = {
  status: 'confirmed',
  source: 'online',
  sequence: 0,
  startsAt: START,
  email: 'jonas@kunde.example',
  salon: { timeZone: 'Europe/Berlin', email: 'team@elbe.example', reminderMinutes: 1440 },
};
const kinds = (one: OutboxEvent, of: EventVisit, now = NOW) => messagesOf(one, of, now).map(({ kind }) => kind);

describe('the mails of an event', () => {
  test.each([
    ['a booking', {}, {}, ['confirmation', 'notice_booked', 'reminder']],
    ['a wish', {}, { status: 'requested' }, ['requested', 'notice_booked']],
    ['a booking the salon made', {}, { source: 'salon' }, ['confirmation', 'reminder']],
    ['a move', { kind: 'booking_moved', sequence: 1 }, { sequence: 1 }, ['moved', 'notice_moved', 'reminder']],
    ['a move overtaken by another', { kind: 'booking_moved', sequence: 1 }, { sequence: 2 }, ['moved', 'notice_moved']],
    [
      'a cancellation',
      { kind: 'booking_cancelled', sequence: 1 },
      { sequence: 1, status: 'cancelled' },
      ['cancelled', 'notice_cancelled'],
    ],
    [
      'a move by the customer of a booking the salon made',
      { kind: 'booking_moved', sequence: 1 },
      { sequence: 1, source: 'salon' },
      ['moved', 'notice_moved', 'reminder'],
    ],
    [
      'a cancellation by the customer of a booking the salon made',
      { kind: 'booking_cancelled', sequence: 1 },
      { sequence: 1, source: 'salon', status: 'cancelled' },
      ['cancelled', 'notice_cancelled'],
    ],
    [
      'a move by the salon',
      { kind: 'booking_moved', sequence: 1, actor: 'member' },
      { sequence: 1 },
      ['moved', 'reminder'],
    ],
    [
      'a move by the salon that it keeps to itself',
      { kind: 'booking_moved', sequence: 1, actor: 'member', notify: false },
      { sequence: 1 },
      ['reminder'],
    ],
    [
      'a cancellation by the salon',
      { kind: 'booking_cancelled', sequence: 1, actor: 'member' },
      { sequence: 1, status: 'cancelled' },
      ['cancelled'],
    ],
    [
      'a wish that is granted',
      { kind: 'booking_confirmed', sequence: 1, actor: 'member' },
      { sequence: 1 },
      ['confirmation', 'reminder'],
    ],
    ['a booking cancelled since', {}, { sequence: 1, status: 'cancelled' }, ['confirmation', 'notice_booked']],
    ['a customer without an address', {}, { email: null }, ['notice_booked']],
    ['a salon without one', {}, { salon: { ...visit.salon, email: null } }, ['confirmation', 'reminder']],
  ] as const)('%s', (_story, change, of, expected) => {
    expect(kinds({ ...event, ...change }, { ...visit, ...of })).toEqual(expected);
  });
});

test('a reminder is made until its time has come', () => {
  const due = START - 86_400_000;
  expect(kinds(event, visit, due - 1)).toContain('reminder');
  expect(kinds(event, visit, due)).not.toContain('reminder');
  expect(messagesOf(event, visit, NOW).find(({ kind }) => kind === 'reminder')?.dueAt).toBe(due);
});

test('what was overtaken does not claim to know the start', () => {
  expect(messagesOf(event, { ...visit, sequence: 1 }, NOW).map(({ visitStartsAt }) => visitStartsAt)).toEqual([
    null,
    null,
  ]);
  expect(messagesOf(event, visit, NOW)[0]?.visitStartsAt).toBe(START);
});

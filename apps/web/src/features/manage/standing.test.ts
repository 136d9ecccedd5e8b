import { describe, expect, it } from 'vitest';
import { possible, standingOf } from './standing.ts';

const STARTS = '2026-12-19T14:00:00+01:00';
const ENDS = '2026-12-19T15:00:00+01:00';
const at = (time: string) => Date.parse(time);
const THE_DAY_BEFORE = at('2026-12-18T09:00:00+01:00');
const THAT_MORNING = at('2026-12-19T09:00:00+01:00');
const IN_THE_CHAIR = at('2026-12-19T14:30:00+01:00');
const THAT_EVENING = at('2026-12-19T20:00:00+01:00');

type Status = Parameters<typeof standingOf>[0]['booking']['status'];
const visit = (status: Status, canCancel: boolean, canReschedule = canCancel) => ({
  booking: { status, startsAt: STARTS, endsAt: ENDS },
  canCancel,
  canReschedule,
});

describe('where a visit stands', () => {
  it.each([
    ['the day before', visit('confirmed', true), THE_DAY_BEFORE, 'booked'],
    ['that morning, too late to cancel', visit('confirmed', false), THAT_MORNING, 'booked'],
    ['to the minute', visit('confirmed', false), at(STARTS), 'begun'],
    ['half an hour late', visit('confirmed', false), IN_THE_CHAIR, 'begun'],
    ['when it ends', visit('confirmed', false), at(ENDS), 'past'],
    ['asked for', visit('requested', true), THE_DAY_BEFORE, 'requested'],
    ['asked for, and the day has come', visit('requested', false), THAT_MORNING, 'requested'],
    ['asked for, and nobody answered', visit('requested', false), IN_THE_CHAIR, 'lapsed'],
    ['she is early', visit('arrived', false), THAT_MORNING, 'arrived'],
    ['she is there', visit('arrived', false), IN_THE_CHAIR, 'arrived'],
    ['nobody marked it done', visit('arrived', false), THAT_EVENING, 'past'],
    ['done early', visit('done', false), IN_THE_CHAIR, 'past'],
    ['nobody came', visit('no_show', false), THAT_EVENING, 'missed'],
    ['cancelled', visit('cancelled', false), THE_DAY_BEFORE, 'cancelled'],
    ['cancelled long ago', visit('cancelled', false), THAT_EVENING, 'cancelled'],
    ['a phone whose clock is a day ahead', visit('confirmed', true), THAT_EVENING, 'booked'],
  ] as const)('%s', (_story, known, now, standing) => {
    expect(standingOf(known, now)).toBe(standing);
  });
});

describe('what can be done with it', () => {
  const nothing = { cancel: false, move: false, hindrance: null, calendar: false, again: false };
  it.each([
    ['in time', visit('confirmed', true), THE_DAY_BEFORE, { cancel: true, move: true, calendar: true }],
    ['asked for', visit('requested', true), THE_DAY_BEFORE, { cancel: true, move: true, calendar: true }],
    [
      'the salon has paused',
      visit('confirmed', true, false),
      THE_DAY_BEFORE,
      { cancel: true, hindrance: 'paused', calendar: true },
    ],
    ['too late', visit('confirmed', false), THAT_MORNING, { hindrance: 'too_late', calendar: true }],
    ['begun', visit('confirmed', false), IN_THE_CHAIR, {}],
    ['there', visit('arrived', false), IN_THE_CHAIR, {}],
    ['over', visit('done', false), THAT_EVENING, { again: true }],
    ['nobody answered', visit('requested', false), THAT_EVENING, { again: true }],
    ['nobody came', visit('no_show', false), THAT_EVENING, { again: true }],
    ['cancelled', visit('cancelled', false), THE_DAY_BEFORE, { again: true }],
  ] as const)('%s', (_story, known, now, can) => {
    expect(possible(known, now)).toEqual({ ...nothing, ...can });
  });
});

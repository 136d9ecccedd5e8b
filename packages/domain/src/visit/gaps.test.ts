import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anOffer, aSalon, aService, aStaff, everyDay } from '../salon/salon.fixture.ts';
import type { SalonConfig } from '../salon/salon-config.ts';
import { MINUTE } from '../time/interval.ts';
import { wallTime } from '../time/wall-clock.ts';
import { gapsOn, type LaterVisit } from './gaps.ts';
import { instant, MONDAY, taken } from './visit.fixture.ts';

const cut = aService('cut', { bufferMinutes: 10 });
const beard = aService('beard', { phases: [{ kind: 'work', minutes: 15 }] });
const colour = aService('colour', {
  stationKind: 'chair',
  phases: [
    { kind: 'work', minutes: 30 },
    { kind: 'processing', minutes: 30 },
    { kind: 'finish', minutes: 15 },
  ],
});
const salon = aSalon({
  services: [cut, beard, colour],
  staff: [aStaff('anna', ['cut', 'colour']), aStaff('ben', ['beard', 'cut'])],
  stations: [{ id: 'chair', kind: 'chair' }],
});

const at = (time: string) => instant(MONDAY, time);
const clock = (millis: number) => wallTime(salon.timeZone, millis).time;

function gaps(
  lines: readonly string[],
  options: { since?: string; later?: readonly LaterVisit[]; config?: SalonConfig } = {},
) {
  const { since = '00:00', later = [], config = salon } = options;
  return gapsOn(config, MONDAY, at(since), taken(MONDAY, ...lines), later).map(
    ({ staffId, start, end, fits, couldCome }) =>
      [`${staffId} ${clock(start)}-${clock(end)}`, fits.join(' '), couldCome.join(' ')].join(' | '),
  );
}

/** `a anna 11:00-11:40 cut`: a visit with who does it, from–to with clearing up. */
function visit(line: string, oneByOne = true): LaterVisit {
  const [id = '', staffId = '', range = '', ...serviceIds] = line.split(' ');
  const [from = '', to = ''] = range.split('-');
  return { id, staffId, busy: { start: at(from), end: at(to) }, serviceIds, oneByOne };
}

describe('gaps', () => {
  test('are free working time with what fits whole, the longest first', () => {
    expect(gaps(['anna 09:00-10:00', 'anna 10:40-12:00', 'ben 09:00-11:40'])).toEqual([
      'anna 10:00-10:40 | cut | ',
      'ben 11:40-12:00 | beard | ',
    ]);
    expect(gaps(['ben 09:00-12:00'])).toEqual(['anna 09:00-12:00 | colour cut | ']);
  });

  test('too short for anything she sells are none, clearing up counted', () => {
    expect(gaps(['anna 09:00-10:00', 'anna 10:39-12:00', 'ben 09:14-12:00'])).toEqual([]);
  });

  test('begin now where now is inside of one', () => {
    expect(gaps(['ben 09:00-12:00'], { since: '11:00' })).toEqual(['anna 11:00-12:00 | cut | ']);
    expect(gaps([], { since: '12:00' })).toEqual([]);
  });

  test('are short ones too, of whoever sells something short', () => {
    expect(gaps(['ben 09:00-10:00', 'ben 10:20-12:00', 'anna 09:00-12:00'])).toEqual(['ben 10:00-10:20 | beard | ']);
  });

  test('offer nothing that needs a chair when none is free for long enough', () => {
    const chairTaken = ['ben 09:00-12:00', 'chair 10:00-11:00'];
    expect(gaps(chairTaken)).toEqual(['anna 09:00-12:00 | cut | ']);
    expect(gaps(['ben 09:00-12:00', 'chair 10:15-11:00'])).toEqual(['anna 09:00-12:00 | colour cut | ']);
  });

  test('count her own minutes, and what is sold at the desk alone', () => {
    const slow = aSalon({
      services: [cut, { ...beard, bookable: false }],
      staff: [aStaff('anna', [anOffer('cut', { phaseMinutes: [60] }), 'beard'])],
    });
    expect(gaps(['anna 09:00-11:00'], { config: slow })).toEqual(['anna 11:00-12:00 | beard | ']);
  });
});

describe('who could come', () => {
  test('whoever is later that day and fits whole, the soonest first', () => {
    const later = [visit('late anna 11:20-12:00 cut'), visit('soon anna 10:40-11:20 cut')];
    const lines = ['anna 09:00-10:00', 'anna 10:40-12:00', 'ben 09:00-12:00'];
    expect(gaps(lines, { later })).toEqual(['anna 10:00-10:40 | cut | soon late']);
  });

  test('not whoever was there before, nor what is longer than the gap', () => {
    const later = [visit('before anna 09:00-09:40 cut'), visit('long anna 10:40-11:50 cut cut')];
    const lines = ['anna 09:00-10:00', 'anna 10:40-12:00', 'ben 09:00-12:00'];
    expect(gaps(lines, { later })).toEqual(['anna 10:00-10:40 | cut | ']);
  });

  test('a visit of a colleague, where she does all of it and in her own time', () => {
    const later = [visit('both ben 11:00-11:55 beard cut'), visit('cut ben 11:00-11:40 cut')];
    const lines = ['anna 09:00-10:00', 'anna 10:40-12:00', 'ben 09:00-12:00'];
    expect(gaps(lines, { later })).toEqual(['anna 10:00-10:40 | cut | cut']);
  });

  test('what is done inside of a colour stays with whoever does it', () => {
    const nested = visit('nested ben 11:00-11:30 cut', false);
    expect(gaps(['anna 09:00-10:00', 'anna 10:40-12:00', 'ben 09:00-12:00'], { later: [nested] })).toEqual([
      'anna 10:00-10:40 | cut | ',
    ]);
  });
});

test('whatever the day: gaps are free, disjoint, long enough, and none is left out', () => {
  const stretch = fc
    .tuple(fc.constantFrom('anna', 'ben', 'chair'), fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 90 }))
    .map(([claimantId, start, minutes]) => ({
      claimantId,
      start: at('06:00') + start * MINUTE,
      end: at('06:00') + (start + minutes) * MINUTE,
      visit: true,
    }));
  const allDay = aSalon({
    ...salon,
    staff: salon.staff.map((staff) => ({ ...staff, weekly: everyDay('08:00-12:00', '13:00-16:00') })),
  });
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 25 }), fc.integer({ min: 0, max: 600 }), (day, sinceMinute) => {
      const since = at('06:00') + sinceMinute * MINUTE;
      const found = gapsOn(allDay, MONDAY, since, day, []);
      const inside = (staffId: string, minute: number) =>
        found.some((gap) => gap.staffId === staffId && gap.start <= minute && minute < gap.end);
      for (const { staffId, shortest } of [
        { staffId: 'anna', shortest: 40 },
        { staffId: 'ben', shortest: 15 },
      ]) {
        let run = 0;
        for (let minute = at('06:00'); minute <= at('17:00'); minute += MINUTE) {
          const clockNow = clock(minute);
          const open = (clockNow >= '08:00' && clockNow < '12:00') || (clockNow >= '13:00' && clockNow < '16:00');
          const busy = day.some((one) => one.claimantId === staffId && one.start <= minute && minute < one.end);
          if (open && !busy && minute >= since) {
            run += 1;
            continue;
          }
          expect(inside(staffId, minute)).toBe(false);
          for (let back = 1; back <= run; back++) expect(inside(staffId, minute - back * MINUTE)).toBe(run >= shortest);
          run = 0;
        }
      }
    }),
    { numRuns: 40 },
  );
});

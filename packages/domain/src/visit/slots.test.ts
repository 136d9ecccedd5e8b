import { describe, expect, test } from 'vitest';
import { anOffer, aSalon, aService, aStaff, everyDay, wallRange } from '../salon/salon.fixture.ts';
import type { Phase } from '../salon/salon-config.ts';
import { arrangementsAt } from './arrange.ts';
import type { TakenTime } from './arrangement.ts';
import { listSlots } from './slots.ts';
import {
  asking,
  eachAtHerOwnPace,
  instant,
  MONDAY,
  planOf,
  slotsOn,
  startsOf,
  taken,
  timesOf,
  WEEK_BEFORE,
} from './visit.fixture.ts';

const COLOUR: readonly Phase[] = [
  { kind: 'work', minutes: 30 },
  { kind: 'processing', minutes: 30 },
  { kind: 'finish', minutes: 15 },
];

describe('one service', () => {
  const cut = aService('cut');

  test('starts on the grid wherever it fits whole', () => {
    const config = aSalon({ services: [cut], staff: [aStaff('anna', ['cut'], { weekly: everyDay('09:10-10:30') })] });
    expect(timesOf(slotsOn(MONDAY, config, asking('cut')))).toEqual(['09:15', '09:30', '09:45', '10:00']);
  });

  test('ends on the dot where the next visit begins', () => {
    const config = aSalon({ services: [cut], staff: [aStaff('anna', ['cut'])] });
    const claims = taken(MONDAY, 'anna 09:30-11:00', 'block anna 11:30-11:45');
    expect(timesOf(slotsOn(MONDAY, config, asking('cut'), claims))).toEqual(['09:00', '11:00']);
  });

  test('keeps its buffer inside her hours and clear of the next visit', () => {
    const config = aSalon({ services: [aService('cut', { bufferMinutes: 10 })], staff: [aStaff('anna', ['cut'])] });
    const claims = taken(MONDAY, 'anna 10:00-11:15');
    const slots = slotsOn(MONDAY, config, asking('cut'), claims);
    expect(timesOf(slots)).toEqual(['09:00', '09:15', '11:15']);
    expect(slots[0]?.best).toMatchObject({
      endsAt: instant(MONDAY, '09:30'),
      staffClaims: [{ staffId: 'anna', start: instant(MONDAY, '09:00'), end: instant(MONDAY, '09:40') }],
    });
  });

  test('takes her own minutes and price', () => {
    const slow = anOffer('cut', { phaseMinutes: [60], priceCents: 2_500 });
    const config = aSalon({ services: [cut], staff: [aStaff('anna', ['cut']), aStaff('ben', [slow])] });
    const slots = slotsOn(MONDAY, config, asking('cut'));
    // Cheaper wins over shorter, and over the salon's order.
    expect(slots[0]).toMatchObject({ time: '09:00', staffIds: ['ben', 'anna'], priceCents: 2_500 });
    // After 11:00 an hour no longer fits.
    expect(slots.at(-1)).toMatchObject({ time: '11:30', staffIds: ['anna'], priceCents: 3_000 });
  });

  test('is offered with the staff member asked for only', () => {
    const config = aSalon({ services: [cut], staff: [aStaff('anna', ['cut']), aStaff('ben', ['cut'])] });
    expect(slotsOn(MONDAY, config, asking('cut by ben'))[0]?.staffIds).toEqual(['ben']);
    expect(slotsOn(MONDAY, config, asking('cut by carl'))).toEqual([]);
  });

  test.each([
    ['unknown', 'perm', ['cut', 'perm']],
    ['not sold online', 'secret', ['cut', 'secret']],
    ['done by nobody', 'beard', ['cut']],
    ['in need of a room there is none of', 'massage', ['massage']],
    ['without any work', 'sit', ['sit']],
  ])('is never offered when %s', (_story, serviceId, offers) => {
    const config = aSalon({
      services: [
        cut,
        aService('secret', { bookable: false }),
        aService('beard'),
        aService('massage', { stationKind: 'room' }),
        aService('sit', { phases: [{ kind: 'processing', minutes: 30 }] }),
      ],
      staff: [aStaff('anna', offers)],
      stations: [{ id: 'chair', kind: 'chair' }],
    });
    expect(slotsOn(MONDAY, config, asking(serviceId))).toEqual([]);
  });

  test('goes to whom the day has given least, then by the salon’s order', () => {
    const config = aSalon({
      services: [cut],
      staff: [aStaff('anna', ['cut']), aStaff('ben', ['cut']), aStaff('cleo', ['cut'])],
    });
    const claims = taken(MONDAY, 'anna 11:00-11:30', 'block ben 11:00-12:00');
    const [first] = slotsOn(MONDAY, config, asking('cut'), claims);
    expect(first?.staffIds).toEqual(['ben', 'cleo', 'anna']);
  });

  test('counts as load of a day what begins on it, from midnight to midnight, double hours included', () => {
    const config = aSalon({
      services: [cut],
      staff: ['anna', 'ben', 'cleo'].map((id) => aStaff(id, ['cut'])),
      policy: { horizonDays: 366 },
    });
    const order = (date: string, claims: TakenTime[]) =>
      slotsOn(date, config, asking('cut'), claims, Date.parse('2026-01-10T00:00:00Z'))[0]?.staffIds;
    const next = taken('2026-12-08', 'ben 00:00-03:00');
    expect(order(MONDAY, [...taken(MONDAY, 'anna 00:00-00:30'), ...next])).toEqual(['ben', 'cleo', 'anna']);
    // Before and after the hour that comes twice.
    const autumn = taken('2026-10-25', 'anna 01:00-02:00', 'ben 04:00-04:30');
    expect(order('2026-10-25', autumn)).toEqual(['cleo', 'ben', 'anna']);
  });

  test('counts load of the day of the visit alone', () => {
    const config = aSalon({ services: [cut], staff: [aStaff('anna', ['cut']), aStaff('ben', ['cut'])] });
    const claims = [...taken('2026-12-08', 'anna 09:00-12:00'), ...taken('2026-12-06', 'anna 09:00-12:00')];
    expect(slotsOn(MONDAY, config, asking('cut'), claims)[0]?.staffIds).toEqual(['anna', 'ben']);
  });
});

describe('colour with processing time', () => {
  const colour = aService('colour', { phases: COLOUR, bufferMinutes: 15, stationKind: 'chair' });
  const cut = aService('cut', { stationKind: 'chair' });
  const salon = (chairs: number) =>
    aSalon({
      services: [colour, cut],
      staff: [aStaff('anna', ['colour', 'cut'], { weekly: everyDay('09:00-10:30') })],
      stations: Array.from({ length: chairs }, (_, index) => ({ id: `chair-${index + 1}`, kind: 'chair' })),
    });

  test('leaves the staff member free while it develops', () => {
    const claims = taken(MONDAY, 'anna 09:00-09:30', 'anna 10:00-10:30', 'chair-1 09:00-10:30');
    expect(timesOf(slotsOn(MONDAY, salon(2), asking('cut'), claims))).toEqual(['09:30']);
  });

  test('keeps the chair all the while', () => {
    const claims = taken(MONDAY, 'anna 09:00-09:30', 'anna 10:00-10:30', 'chair-1 09:00-10:30');
    expect(slotsOn(MONDAY, salon(1), asking('cut'), claims)).toEqual([]);
  });

  test('claims work, and finish with buffer, of her, and one chair for all of it', () => {
    const [slot, ...others] = slotsOn(MONDAY, salon(2), asking('colour'), taken(MONDAY, 'chair-1 10:29-11:00'));
    expect(others).toEqual([]);
    expect(slot?.best).toMatchObject({
      endsAt: instant(MONDAY, '10:15'),
      staffClaims: [
        { staffId: 'anna', itemIndex: 0, start: instant(MONDAY, '09:00'), end: instant(MONDAY, '09:30') },
        { staffId: 'anna', itemIndex: 0, start: instant(MONDAY, '10:00'), end: instant(MONDAY, '10:30') },
      ],
      stationNeeds: [
        { kind: 'chair', start: instant(MONDAY, '09:00'), end: instant(MONDAY, '10:30'), stationIds: ['chair-2'] },
      ],
    });
  });

  test('develops as long as the service says, whoever mixes it', () => {
    const offer = anOffer('colour', { phaseMinutes: [45, 5, null] });
    const config = aSalon({ services: [aService('colour', { phases: COLOUR })], staff: [aStaff('anna', [offer])] });
    const [slot] = slotsOn(MONDAY, config, asking('colour'));
    expect(slot?.best.staffClaims.map(({ start, end }) => [start, end])).toEqual([
      [instant(MONDAY, '09:00'), instant(MONDAY, '09:45')],
      [instant(MONDAY, '10:15'), instant(MONDAY, '10:30')],
    ]);
  });
});

describe('a basket', () => {
  const colour = aService('colour', { phases: COLOUR, bufferMinutes: 15 });
  const cut = aService('cut', { bufferMinutes: 10 });
  const nails = aService('nails', { bufferMinutes: 5 });

  test('runs one after the other, the buffer between dropped', () => {
    const config = aSalon({ services: [cut, nails], staff: [aStaff('anna', ['cut', 'nails'])] });
    const slots = slotsOn(MONDAY, config, asking('cut', 'nails'));
    expect(planOf(config, slots[0])).toEqual(['cut anna 09:00-09:30', 'nails anna 09:30-10:00']);
    expect(slots[0]?.best.staffClaims.at(-1)?.end).toBe(instant(MONDAY, '10:05'));
    expect(slots[0]).toMatchObject({ priceCents: 6_000, staffIds: ['anna', 'anna'] });
    expect(timesOf(slots).at(-1)).toBe('10:45');
  });

  test('gives the buffer to whoever leaves earlier', () => {
    const config = aSalon({ services: [cut, nails], staff: [aStaff('anna', ['cut']), aStaff('ben', ['nails'])] });
    const [slot] = slotsOn(MONDAY, config, asking('cut', 'nails'));
    expect(slot?.best.staffClaims).toEqual([
      { staffId: 'anna', itemIndex: 0, start: instant(MONDAY, '09:00'), end: instant(MONDAY, '09:40') },
      { staffId: 'ben', itemIndex: 1, start: instant(MONDAY, '09:30'), end: instant(MONDAY, '10:05') },
    ]);
  });

  test('uses the time in which the colour develops', () => {
    const config = aSalon({ services: [colour, nails], staff: [aStaff('anna', ['colour']), aStaff('ben', ['nails'])] });
    const [slot] = slotsOn(MONDAY, config, asking('colour', 'nails'));
    expect(planOf(config, slot)).toEqual(['colour anna 09:00-10:15', 'nails ben 09:30-10:00']);
    expect(slot?.best.endsAt).toBe(instant(MONDAY, '10:15'));
  });

  test('goes on after the colour when it does not fit inside', () => {
    const long = aService('nails', { phases: [{ kind: 'work', minutes: 31 }] });
    const config = aSalon({ services: [colour, long], staff: [aStaff('anna', ['colour']), aStaff('ben', ['nails'])] });
    const [slot] = slotsOn(MONDAY, config, asking('colour', 'nails'));
    expect(planOf(config, slot)).toEqual(['colour anna 09:00-10:15', 'nails ben 10:15-10:46']);
  });

  test('prefers fewer changes of staff at the same price and end', () => {
    const config = aSalon({
      services: [cut, nails],
      staff: [aStaff('anna', ['cut']), aStaff('ben', ['cut', 'nails'])],
    });
    const [slot] = slotsOn(MONDAY, config, asking('cut', 'nails'));
    expect(planOf(config, slot)).toEqual(['cut ben 09:00-09:30', 'nails ben 09:30-10:00']);
  });

  test('takes another when the best is taken', () => {
    const config = aSalon({
      services: [cut, nails],
      staff: [aStaff('anna', ['cut']), aStaff('ben', ['cut', 'nails'])],
    });
    const [slot] = slotsOn(MONDAY, config, asking('cut', 'nails'), taken(MONDAY, 'ben 09:00-09:30'));
    expect(planOf(config, slot)).toEqual(['cut anna 09:00-09:30', 'nails ben 09:30-10:00']);
  });

  test('waits only as long as the salon allows, on the grid', () => {
    const salon = (maxWaitMinutes: number) =>
      aSalon({
        services: [cut, nails],
        staff: [
          aStaff('anna', ['cut'], { weekly: everyDay('09:00-09:40') }),
          aStaff('ben', ['nails'], { weekly: everyDay('10:00-11:00') }),
        ],
        policy: { maxWaitMinutes },
      });
    expect(slotsOn(MONDAY, salon(29), asking('cut', 'nails'))).toEqual([]);
    const [slot] = slotsOn(MONDAY, salon(30), asking('cut', 'nails'));
    expect(planOf(salon(30), slot)).toEqual(['cut anna 09:00-09:30', 'nails ben 10:00-10:30']);
  });

  test('claims one chair from the first need of it to the end of the last buffer', () => {
    const config = aSalon({
      services: [nails, aService('wash', { stationKind: 'basin' }), cut],
      staff: [aStaff('anna', ['nails', 'wash', 'cut'])],
      stations: [{ id: 'basin', kind: 'basin' }],
    });
    const [slot] = slotsOn(MONDAY, config, asking('nails', 'wash', 'cut'));
    expect(slot?.best.stationNeeds).toEqual([
      { kind: 'basin', start: instant(MONDAY, '09:30'), end: instant(MONDAY, '10:40'), stationIds: ['basin'] },
    ]);
  });

  test('names who serves the best arrangement only', () => {
    const config = aSalon({
      services: [cut, nails],
      staff: [aStaff('anna', ['cut', 'nails']), aStaff('ben', ['cut', 'nails'])],
    });
    const [slot] = slotsOn(MONDAY, config, asking('cut', 'nails'), taken(MONDAY, 'anna 11:30-12:00'));
    expect(slot?.staffIds).toEqual(['ben', 'ben']);
  });

  test('is refused when its items can run in more than twenty thousand courses', () => {
    // 20 × 25 × 40 = 20,000, each taking other minutes; one more of them for the cut makes it 21,000.
    const three = ['cut', 'nails', 'perm'].map((id) => aService(id));
    const salon = (cutters: number) =>
      aSalon({
        services: three,
        staff: eachAtHerOwnPace(40, ['cut', 'nails', 'perm']).map((staff, index) => ({
          ...staff,
          offers: staff.offers.filter(
            ({ serviceId }) => index < ({ cut: cutters, nails: 25 }[serviceId] ?? Number.POSITIVE_INFINITY),
          ),
        })),
      });
    const range = { from: MONDAY, days: 1, now: WEEK_BEFORE };
    const list = (cutters: number) => listSlots(salon(cutters), asking('cut', 'nails', 'perm'), [], range);
    expect(list(20)).toHaveLength(1);
    expect(list(21)).toBe('basket_too_complex');
  });

  test('is refused when thousands of courses would have to be laid over too many days', () => {
    const config = aSalon({ services: [cut], staff: eachAtHerOwnPace(20, ['cut']) });
    const list = (days: number) =>
      listSlots(config, asking('cut', 'cut', 'cut'), [], { from: MONDAY, days, now: WEEK_BEFORE });
    expect(list(7)).toHaveLength(7);
    expect(list(62)).toBe('basket_too_complex');
  });

  test('of six by twenty people each, sixty-four million ways, finds the best', () => {
    const names = Array.from({ length: 20 }, (_, index) => `staff-${index}`);
    const config = aSalon({ services: [aService('cut')], staff: names.map((name) => aStaff(name, ['cut'])) });
    // Only the last of them has no visit in the middle of the morning.
    const claims = taken(MONDAY, ...names.slice(0, -1).map((name) => `${name} 10:30-11:00`));
    const slots = slotsOn(MONDAY, config, asking('cut', 'cut', 'cut', 'cut', 'cut', 'cut'), claims);
    expect(slots.map(({ time, staffIds }) => [time, staffIds])).toEqual([
      ['09:00', Array.from({ length: 6 }, () => 'staff-19')],
    ]);
  });

  test('is refused rather than guessed at when only trying everybody would tell', () => {
    // Whoever cuts last clears up for hours, in a chair that is wanted at noon: no choice of the other four changes that.
    const names = Array.from({ length: 20 }, (_, index) => `staff ${index}`);
    const chair = { stationKind: 'chair' };
    const config = aSalon({
      services: [aService('cut', { bufferMinutes: 90, ...chair }), aService('nails', chair)],
      staff: [
        ...names.map((name) => aStaff(name, ['cut'], { weekly: everyDay('09:00-18:00') })),
        aStaff('zoe', ['nails']),
      ],
      stations: [{ id: 'chair', kind: 'chair' }],
    });
    const request = asking('cut', 'cut', 'cut', 'cut', 'cut', 'nails');
    const wanted = taken(MONDAY, 'chair 12:00-18:00');
    expect(listSlots(config, request, wanted, { from: MONDAY, days: 1, now: WEEK_BEFORE })).toBe('basket_too_complex');
    const options = { now: WEEK_BEFORE, graceMs: 0 };
    expect(arrangementsAt(config, request, wanted, instant(MONDAY, '09:00'), options)).toEqual({
      kind: 'basket_too_complex',
    });
  });
});

describe('the bounds', () => {
  const config = aSalon({
    services: [aService('cut')],
    staff: [aStaff('anna', ['cut'])],
    policy: { leadMinutes: 60, horizonDays: 2 },
  });
  const list = (from: string, days: number, now: number) => {
    const answer = listSlots(config, asking('cut'), [], { from, days, now });
    return answer === 'basket_too_complex' ? [] : answer.map(({ date, slots }) => [date, slots.length, slots[0]?.time]);
  };

  test('keep the lead time, to the millisecond', () => {
    expect(list(MONDAY, 1, instant(MONDAY, '09:30'))).toEqual([[MONDAY, 5, '10:30']]);
    expect(list(MONDAY, 1, instant(MONDAY, '09:30') + 1)).toEqual([[MONDAY, 4, '10:45']]);
  });

  test('end with the horizon, counted in dates, and name every date asked for', () => {
    expect(list('2026-12-06', 5, instant(MONDAY, '23:00'))).toEqual([
      ['2026-12-06', 0, undefined],
      ['2026-12-07', 0, undefined],
      ['2026-12-08', 11, '09:00'],
      ['2026-12-09', 11, '09:00'],
      ['2026-12-10', 0, undefined],
    ]);
  });

  test('hold for days long past and to come', () => {
    expect(list('2020-01-01', 2, instant(MONDAY, '09:00'))).toEqual([
      ['2020-01-01', 0, undefined],
      ['2020-01-02', 0, undefined],
    ]);
    expect(list('9999-12-30', 5, instant(MONDAY, '09:00')).map(([date]) => date)).toEqual(['9999-12-30', '9999-12-31']);
  });
});

describe('clock changes', () => {
  const cut = aService('cut', { phases: [{ kind: 'work', minutes: 30 }] });
  const night = (timeZone: string, range: string, stepMinutes = 30) =>
    aSalon({
      timeZone,
      services: [cut],
      staff: [aStaff('anna', ['cut'], { weekly: everyDay(range) })],
      policy: { stepMinutes, horizonDays: 366 },
    });
  const starts = (config: ReturnType<typeof night>, date: string) =>
    startsOf(config, slotsOn(date, config, asking('cut'), [], Date.parse('2026-01-10T00:00:00Z')));

  test.each([
    {
      story: 'Berlin in spring: no start in the hour that is skipped',
      config: night('Europe/Berlin', '01:00-04:00'),
      date: '2026-03-29',
      expected: ['01:00:00+01:00', '01:30:00+01:00', '03:00:00+02:00', '03:30:00+02:00'],
    },
    {
      story: 'Berlin in autumn: the double hour twice, told apart by the offset',
      config: night('Europe/Berlin', '01:30-03:30'),
      date: '2026-10-25',
      expected: [
        '01:30:00+02:00',
        '02:00:00+02:00',
        '02:30:00+02:00',
        '02:00:00+01:00',
        '02:30:00+01:00',
        '03:00:00+01:00',
      ],
    },
    {
      story: 'Lord Howe in autumn: half an hour twice',
      config: night('Australia/Lord_Howe', '01:00-02:30'),
      date: '2026-04-05',
      expected: ['01:00:00+11:00', '01:30:00+11:00', '01:30:00+10:30', '02:00:00+10:30'],
    },
    {
      story: 'Lord Howe in spring: half an hour skipped',
      config: night('Australia/Lord_Howe', '01:00-03:30'),
      date: '2026-10-04',
      expected: ['01:00:00+10:30', '01:30:00+10:30', '02:30:00+11:00', '03:00:00+11:00'],
    },
    {
      story: 'Adelaide, in the south and at half past: spring in October',
      config: night('Australia/Adelaide', '01:00-04:00', 60),
      date: '2026-10-04',
      expected: ['01:00:00+09:30', '03:00:00+10:30'],
    },
    {
      story: 'Santiago in spring: midnight itself is skipped',
      config: night('America/Santiago', '00:00-02:00'),
      date: '2026-09-06',
      expected: ['01:00:00-03:00', '01:30:00-03:00'],
    },
    {
      story: 'Santiago in autumn: the last hour of Saturday twice',
      config: night('America/Santiago', '23:00-24:00'),
      date: '2026-04-04',
      expected: ['23:00:00-03:00', '23:30:00-03:00', '23:00:00-04:00', '23:30:00-04:00'],
    },
    {
      story: 'Kathmandu, at 5:45: whole hours of its own',
      config: night('Asia/Kathmandu', '09:00-10:30', 60),
      date: '2026-06-01',
      expected: ['09:00:00+05:45', '10:00:00+05:45'],
    },
  ])('$story', ({ config, date, expected }) => {
    // A start at the end of the hours before a gap may run over it: its half hour is real time.
    expect(starts(config, date)).toEqual(expected);
  });

  test('a visit over the gap takes real minutes, not wall minutes', () => {
    const config = night('Europe/Berlin', '01:00-04:00');
    const long = { ...config, services: [{ ...cut, phases: [{ kind: 'work' as const, minutes: 90 }] }] };
    expect(starts(long, '2026-03-29')).toEqual(['01:00:00+01:00', '01:30:00+01:00']);
  });

  test('a visit may run past midnight where the hours do', () => {
    const config = night('Europe/Berlin', '00:00-24:00');
    expect(starts(config, '2026-06-01').at(-1)).toBe('23:30:00+02:00');
    const long = { ...config, services: [{ ...cut, phases: [{ kind: 'work' as const, minutes: 3_000 }] }] };
    expect(starts(long, '2026-06-01')).toHaveLength(48);
  });

  test('a step that does not divide the day begins anew at midnight', () => {
    expect(starts(night('UTC', '23:00-24:00', 50), '2026-06-01')).toEqual(['23:20:00+00:00']);
    expect(starts(night('UTC', '00:00-02:00', 50), '2026-06-02')).toEqual(['00:00:00+00:00', '00:50:00+00:00']);
  });
});

test('exceptions and closures shape the slots', () => {
  const config = aSalon({
    services: [aService('cut')],
    staff: [aStaff('anna', ['cut'], { exceptions: [{ date: MONDAY, ranges: [wallRange('14:00-16:00')] }] })],
    closures: [{ firstDate: MONDAY, lastDate: MONDAY, range: wallRange('14:30-15:15') }],
  });
  expect(timesOf(slotsOn(MONDAY, config, asking('cut')))).toEqual(['14:00', '15:15', '15:30']);
});

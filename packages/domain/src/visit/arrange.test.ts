import { describe, expect, test } from 'vitest';
import { anOffer, aSalon, aService, aStaff, everyDay } from '../salon/salon.fixture.ts';
import { type ArrangementsAnswer, arrangementsAt } from './arrange.ts';
import { asking, eachAtHerOwnPace, instant, MONDAY, taken, WEEK_BEFORE } from './visit.fixture.ts';

const options = { now: WEEK_BEFORE, graceMs: 60_000 };
const at = (time: string) => instant(MONDAY, time);

/** Who serves each way, in order: `anna+ben` for a basket of two. */
function staffOf(answer: ArrangementsAnswer): string[] {
  if (answer.kind !== 'arrangements') throw new Error(JSON.stringify(answer));
  return answer.list.map((one) => one.items.map((item) => item.staffId).join('+'));
}

function ranksOf(answer: ArrangementsAnswer): number[] {
  return answer.kind === 'arrangements' ? answer.list.map((one) => one.rank) : [];
}

const cut = aService('cut');
const salon = aSalon({
  services: [
    cut,
    aService('hidden', { bookable: false }),
    aService('massage', { stationKind: 'room' }),
    aService('sit', {
      phases: [
        { kind: 'work', minutes: 0 },
        { kind: 'processing', minutes: 30 },
      ],
    }),
  ],
  staff: [aStaff('anna', ['cut', 'hidden', 'massage', 'sit']), aStaff('ben', ['cut'])],
  stations: [{ id: 'chair', kind: 'chair' }],
  policy: { leadMinutes: 60, horizonDays: 14 },
});

describe('a start that can be booked', () => {
  test('is served by anybody free, and says what that takes', () => {
    const answer = arrangementsAt(salon, asking('cut'), [], at('09:00'), options);
    expect(answer).toEqual({
      kind: 'arrangements',
      cut: false,
      list: ['anna', 'ben'].map((staffId) => ({
        startsAt: at('09:00'),
        endsAt: at('09:30'),
        priceCents: 3_000,
        items: [{ serviceId: 'cut', staffId, startsAt: at('09:00'), endsAt: at('09:30'), priceCents: 3_000 }],
        staffClaims: [{ staffId, itemIndex: 0, start: at('09:00'), end: at('09:30') }],
        stationNeeds: [],
        rank: 0,
      })),
    });
  });

  test('leaves out who is taken', () => {
    expect(
      staffOf(arrangementsAt(salon, asking('cut'), taken(MONDAY, 'anna 09:15-10:00'), at('09:00'), options)),
    ).toEqual(['ben']);
  });

  test('is taken when nobody is left', () => {
    const claims = taken(MONDAY, 'anna 09:15-10:00', 'ben 08:00-09:01');
    expect(arrangementsAt(salon, asking('cut'), claims, at('09:00'), options)).toEqual({
      kind: 'arrangements',
      list: [],
      cut: false,
    });
    expect(staffOf(arrangementsAt(salon, asking('cut'), null, at('09:00'), options))).toEqual(['anna', 'ben']);
  });

  test('is not held up by what ends or begins exactly there, nor by a stranger’s time', () => {
    const claims = taken(MONDAY, 'anna 08:00-09:00', 'anna 09:30-10:00', 'ben 09:00-09:30', 'carl 09:00-09:30');
    expect(staffOf(arrangementsAt(salon, asking('cut'), claims, at('09:00'), options))).toEqual(['anna']);
  });

  test('lists stations in filling order, all of them or those left', () => {
    const config = aSalon({
      services: [aService('cut', { stationKind: 'chair' })],
      staff: [aStaff('anna', ['cut'])],
      stations: [
        { id: 'chair-b', kind: 'chair' },
        { id: 'room', kind: 'room' },
        { id: 'chair-a', kind: 'chair' },
        { id: 'chair-c', kind: 'chair' },
      ],
    });
    const stations = (claims: Parameters<typeof arrangementsAt>[2]) => {
      const answer = arrangementsAt(config, asking('cut'), claims, at('09:00'), options);
      return answer.kind === 'arrangements' ? answer.list[0]?.stationNeeds[0]?.stationIds : answer;
    };
    expect(stations(null)).toEqual(['chair-b', 'chair-a', 'chair-c']);
    expect(stations(taken(MONDAY, 'chair-b 09:29-10:00', 'chair-c 09:30-10:00', 'chair-a 08:30-09:00'))).toEqual([
      'chair-a',
      'chair-c',
    ]);
    const all = taken(MONDAY, 'chair-a 09:00-09:30', 'chair-b 09:00-09:30', 'chair-c 09:00-09:30');
    expect(arrangementsAt(config, asking('cut'), all, at('09:00'), options)).toEqual({
      kind: 'arrangements',
      list: [],
      cut: false,
    });
  });
});

describe('the order of choice', () => {
  const variants = (serviceId: string, offers: Record<string, { priceCents?: number; minutes?: number }>) =>
    aSalon({
      services: [aService(serviceId)],
      staff: Object.entries(offers).map(([id, { priceCents = null, minutes = null }]) =>
        aStaff(id, [anOffer(serviceId, { priceCents, phaseMinutes: [minutes] })]),
      ),
    });

  test('is price, then end, then load, then the salon’s order, with one rank per class', () => {
    const config = variants('cut', {
      dear: { priceCents: 4_000, minutes: 10 },
      slow: { minutes: 40 },
      busy: {},
      second: {},
      third: {},
      cheap: { priceCents: 2_000, minutes: 60 },
    });
    const answer = arrangementsAt(config, asking('cut'), taken(MONDAY, 'busy 11:00-11:30'), at('09:00'), options);
    expect(staffOf(answer)).toEqual(['cheap', 'second', 'third', 'busy', 'slow', 'dear']);
    expect(ranksOf(answer)).toEqual([0, 1, 1, 1, 2, 3]);
  });

  test('then fewest changes, before load', () => {
    const config = aSalon({
      services: [aService('cut'), aService('wash')],
      staff: [aStaff('anna', ['cut', 'wash']), aStaff('ben', ['cut', 'wash'])],
    });
    const answer = arrangementsAt(
      config,
      asking('wash', 'cut'),
      taken(MONDAY, 'anna 11:00-11:30'),
      at('09:00'),
      options,
    );
    expect(staffOf(answer)).toEqual(['ben+ben', 'anna+anna', 'anna+ben', 'ben+anna']);
    expect(ranksOf(answer)).toEqual([0, 0, 1, 1]);
  });

  test('then least waiting, where visits end together', () => {
    // Nails begin at ten for everybody: who cuts slowly leaves less of the time before to be sat out.
    const slow = anOffer('cut', { phaseMinutes: [45] });
    const config = aSalon({
      services: [aService('cut'), aService('nails')],
      staff: [
        aStaff('anna', ['cut']),
        aStaff('ben', [slow]),
        aStaff('cleo', ['nails'], { weekly: everyDay('10:00-10:30') }),
      ],
      policy: { maxWaitMinutes: 30 },
    });
    const answer = arrangementsAt(
      config,
      asking('cut', 'nails'),
      taken(MONDAY, 'ben 11:00-11:30'),
      at('09:00'),
      options,
    );
    expect(staffOf(answer)).toEqual(['ben+cleo', 'anna+cleo']);
    expect(ranksOf(answer)).toEqual([0, 1]);
  });

  test('last, at equal waiting, whose items start earlier', () => {
    const config = aSalon({
      services: [aService('a'), aService('b', { phases: [{ kind: 'work', minutes: 15 }] }), aService('c')],
      staff: [
        aStaff('anna', ['a', 'b']),
        aStaff('cleo', ['c'], { weekly: everyDay('10:00-10:30') }),
        aStaff('dora', ['c'], { weekly: everyDay('10:00-10:30') }),
      ],
      policy: { maxWaitMinutes: 15 },
    });
    const answer = arrangementsAt(config, asking('a', 'b', 'c'), [], at('09:00'), options);
    expect(staffOf(answer)).toEqual(['anna+anna+cleo', 'anna+anna+cleo', 'anna+anna+dora', 'anna+anna+dora']);
    expect(answer.kind === 'arrangements' && answer.list.map((one) => one.items[1]?.startsAt)).toEqual([
      at('09:30'),
      at('09:45'),
      at('09:30'),
      at('09:45'),
    ]);
    expect(ranksOf(answer)).toEqual([0, 0, 0, 0]);
  });

  test('counts waiting where the time inside a colour could be used instead', () => {
    const config = aSalon({
      services: [
        aService('colour', {
          phases: [
            { kind: 'work', minutes: 30 },
            { kind: 'processing', minutes: 45 },
            { kind: 'finish', minutes: 15 },
          ],
        }),
        aService('nails'),
      ],
      staff: [aStaff('anna', ['colour']), aStaff('ben', ['nails'])],
      policy: { maxWaitMinutes: 15 },
    });
    const answer = arrangementsAt(config, asking('colour', 'nails'), [], at('09:00'), options);
    expect(
      answer.kind === 'arrangements' && answer.list.map((one) => [one.items[1]?.startsAt, one.endsAt, one.rank]),
    ).toEqual([
      [at('09:30'), at('10:30'), 0],
      [at('09:45'), at('10:30'), 0],
      [at('10:30'), at('11:00'), 1],
      [at('10:45'), at('11:15'), 2],
    ]);
  });

  test('is cut at the limit, which it says', () => {
    const ask = (limit: number) => arrangementsAt(salon, asking('cut'), [], at('09:00'), { ...options, limit });
    expect(ask(1)).toMatchObject({ kind: 'arrangements', cut: true, list: [{ items: [{ staffId: 'anna' }] }] });
    expect(staffOf(ask(1))).toEqual(['anna']);
    expect(ask(2)).toMatchObject({ kind: 'arrangements', cut: false });
    expect(staffOf(ask(2))).toEqual(['anna', 'ben']);
  });

  test('is cut at fifty unless said otherwise', () => {
    const crew = (size: number) =>
      aSalon({ services: [cut], staff: Array.from({ length: size }, (_, index) => aStaff(`staff-${index}`, ['cut'])) });
    const ask = (size: number) => arrangementsAt(crew(size), asking('cut'), [], at('09:00'), options);
    expect(staffOf(ask(51))).toHaveLength(50);
    expect(ask(51)).toMatchObject({ cut: true });
    expect(ask(50)).toMatchObject({ cut: false });
  });
});

describe('a start that can never be booked', () => {
  test.each([
    { reason: 'off_grid', time: '09:05', why: 'five past' },
    { reason: 'closed', time: '08:45', why: 'before opening' },
    { reason: 'closed', time: '11:45', why: 'ends after closing' },
  ])('$why: $reason', ({ reason, time }) => {
    for (const claims of [[], null, taken(MONDAY, 'anna 00:00-23:00', 'ben 00:00-23:00')]) {
      expect(arrangementsAt(salon, asking('cut'), claims, at(time), options)).toEqual({ kind: 'never', reason });
    }
  });

  test.each([
    { request: asking('perm'), why: 'unknown' },
    { request: asking('hidden'), why: 'not sold online' },
    { request: asking('cut by carl'), why: 'nobody of that name' },
    { request: asking('cut', 'perm'), why: 'half unknown' },
    { request: asking('massage'), why: 'in a room there is none of' },
    { request: asking('sit'), why: 'without any work' },
    { request: asking(), why: 'nothing asked' },
  ])('$why: not_offered', ({ request }) => {
    expect(arrangementsAt(salon, request, [], at('09:00'), options)).toEqual({ kind: 'never', reason: 'not_offered' });
  });

  test('a second off the grid is off the grid', () => {
    expect(arrangementsAt(salon, asking('cut'), [], at('09:00') + 1_000, options)).toEqual({
      kind: 'never',
      reason: 'off_grid',
    });
  });

  test('the lead time has a grace, to the millisecond', () => {
    const ask = (now: number) => arrangementsAt(salon, asking('cut'), [], at('10:00'), { now, graceMs: 60_000 });
    expect(ask(at('09:00') + 60_000).kind).toBe('arrangements');
    expect(ask(at('09:00') + 60_001)).toEqual({ kind: 'never', reason: 'lead_time' });
    expect(ask(at('10:30'))).toEqual({ kind: 'never', reason: 'lead_time' });
  });

  test('the horizon counts local dates', () => {
    const ask = (now: string) =>
      arrangementsAt(salon, asking('cut'), [], at('09:00'), { now: Date.parse(now), graceMs: 0 });
    expect(ask('2026-11-23T00:00:00+01:00').kind).toBe('arrangements');
    expect(ask('2026-11-22T23:59:59+01:00')).toEqual({ kind: 'never', reason: 'horizon' });
  });

  test('too many courses are not tried', () => {
    const config = aSalon({ services: [cut], staff: eachAtHerOwnPace(6, ['cut']) });
    const six = asking('cut', 'cut', 'cut', 'cut', 'cut', 'cut');
    expect(arrangementsAt(config, six, [], at('09:00'), options)).toEqual({ kind: 'basket_too_complex' });
  });
});

test('asked for more than can be looked at, the best are given and the rest is owned to', () => {
  const names = Array.from({ length: 20 }, (_, index) => `staff ${index}`);
  const config = aSalon({ services: [cut], staff: names.map((name) => aStaff(name, ['cut'])) });
  const five = asking('cut', 'cut', 'cut', 'cut', 'cut');
  const answer = arrangementsAt(config, five, [], at('09:00'), { ...options, limit: Number.POSITIVE_INFINITY });
  expect(answer).toMatchObject({ kind: 'arrangements', cut: true });
  const whole = answer.kind === 'arrangements' ? answer.list : [];
  expect(whole.slice(0, 20).map((one) => new Set(one.items.map((item) => item.staffId)))).toEqual(
    names.map((name) => new Set([name])),
  );
});

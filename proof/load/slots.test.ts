import { aSalon, aService, aStaff, everyDay } from '@salon/domain/salon/salon.fixture';
import { resolveStart } from '@salon/domain/time/wall-clock';
import { arrangementsAt } from '@salon/domain/visit/arrange';
import type { TakenTime } from '@salon/domain/visit/arrangement';
import { describe, expect, test } from 'vitest';
import { type Errand, errandOf, hotSlotOf, SALONS, SLOTS, STAFF, slotOf } from '../../k6/lib/slots.ts';
import { seededRandom } from '../../prisma/seed/random.ts';

const TODAY = '2026-11-22';
/** A step that meets every salon, day, hour and lap on the way; prime, so that it walks none of them in step. */
const STEP = 104_729;

test('the first slots: one salon after the other, tomorrow at seven', () => {
  expect([slotOf(0, TODAY), slotOf(1, TODAY), slotOf(SALONS, TODAY)]).toEqual([
    { salon: 0, date: '2026-11-23', time: '07:00', staff: 0 },
    { salon: 1, date: '2026-11-23', time: '07:00', staff: 1 },
    { salon: 0, date: '2026-11-24', time: '07:00', staff: null },
  ]);
});

test('the last one is within a year, ends before nine, and the next would be the first again', () => {
  expect(slotOf(SLOTS - 1, TODAY)).toMatchObject({ salon: SALONS - 1, date: '2027-11-22', time: '20:30' });
  expect(slotOf(SLOTS, TODAY)).toEqual(slotOf(0, TODAY));
});

test('a start is given out to five at most, and to each of them with another person or to all with none', () => {
  const lap = SLOTS / STAFF;
  for (let number = 0; number < lap; number += STEP) {
    const laps = Array.from({ length: STAFF }, (_, index) => slotOf(number + index * lap, TODAY));
    expect(new Set(laps.map(({ salon, date, time }) => `${salon} ${date} ${time}`)).size).toBe(1);
    const asked = new Set(laps.map(({ staff }) => staff));
    expect(asked).toEqual(asked.has(null) ? new Set([null]) : new Set([0, 1, 2, 3, 4]));
  }
});

test('in the first lap no start comes twice', () => {
  const seen = new Set<string>();
  for (let number = 0; number < 100_000; number += 1) {
    const { salon, date, time } = slotOf(number, TODAY);
    seen.add(`${salon} ${date} ${time}`);
  }
  expect(seen.size).toBe(100_000);
});

test('a round of a thousand is about twenty chairs: four starts, each wanted by name of everybody and by nobody', () => {
  const wanted = new Map<string, Set<number | null>>();
  for (let wish = 0; wish < 1000; wish += 1) {
    const { salon, date, time, staff } = hotSlotOf(366, wish, TODAY);
    const start = `${salon} ${date} ${time}`;
    wanted.set(start, (wanted.get(start) ?? new Set()).add(staff));
  }
  expect([...wanted.keys()].sort()).toEqual(['07:00', '10:30', '14:00', '17:30'].map((time) => `1 2026-11-24 ${time}`));
  for (const staff of wanted.values()) expect(staff).toEqual(new Set([null, 0, 1, 2, 3, 4]));
});

test('the next round is about other chairs', () => {
  const starts = [0, 1, 365, 366].map((round) => hotSlotOf(round, 0, TODAY));
  expect(new Set(starts.map(({ salon, date }) => `${salon} ${date}`)).size).toBe(4);
});

describe('errands', () => {
  test('the first ones: every third is colour and cut, on a day of its own', () => {
    const cut = { services: ['Haarschnitt'], time: '07:00', date: '2026-11-23' };
    const basket = { services: ['Färben', 'Haarschnitt'], time: '07:00', date: '2026-11-25' };
    expect([0, 1, 2, 3, 4, 5].map((number) => errandOf(number, TODAY))).toEqual([
      { ...cut, salon: 0, staff: 0 },
      { ...cut, salon: 1, staff: 1 },
      { ...basket, salon: 0, staff: 2 },
      { ...cut, salon: 2, staff: 2 },
      { ...cut, salon: 3, staff: 3 },
      { ...basket, salon: 1, staff: 3 },
    ]);
  });

  test('of three hundred thousand none comes twice', () => {
    const seen = new Set<string>();
    for (let number = 0; number < 300_000; number += 1) {
      const { salon, date, time } = errandOf(number, TODAY);
      seen.add(`${salon} ${date} ${time}`);
    }
    expect(seen.size).toBe(300_000);
  });

  test('no day has both kinds, and all days but today are used', () => {
    const kinds = new Map<string, Set<number>>();
    for (let number = 0; number < 3 * SALONS * 365; number += 1) {
      const { date, services } = errandOf(number, TODAY);
      kinds.set(date, (kinds.get(date) ?? new Set()).add(services.length));
    }
    expect(kinds.size).toBe(365);
    expect([...kinds.values()].filter((lengths) => lengths.size > 1)).toEqual([]);
  });

  /** A load salon as the rules see it. */
  const config = aSalon({
    policy: { horizonDays: 366 },
    services: [
      aService('Haarschnitt'),
      aService('Färben', {
        phases: [
          { kind: 'work', minutes: 30 },
          { kind: 'processing', minutes: 30 },
          { kind: 'finish', minutes: 15 },
        ],
      }),
    ],
    staff: Array.from({ length: STAFF }, (_, place) =>
      aStaff(`${place}`, ['Haarschnitt', 'Färben'], { weekly: everyDay('07:00-21:00') }),
    ),
  });
  const now = Date.parse(`${TODAY}T12:00:00Z`);

  /** Books one after the other, each as the rules prefer; which of them could not be had. */
  function refusedOf(errands: readonly Errand[]): Errand[] {
    const taken: TakenTime[] = [];
    return errands.filter(({ date, time, services, staff }) => {
      const staffId = staff === null ? undefined : `${staff}`;
      const request = { items: services.map((serviceId) => ({ serviceId, staffId })) };
      const startsAt = resolveStart(config.timeZone, date, time) ?? 0;
      const found = arrangementsAt(config, request, taken, startsAt, { now, graceMs: 0 });
      const best = found.kind === 'arrangements' ? found.list[0] : undefined;
      for (const { staffId: claimantId, start, end } of best?.staffClaims ?? [])
        taken.push({ claimantId, start, end, visit: true });
      return best === undefined;
    });
  }

  /** Days of cuts and of baskets: every number that falls on the nth of them in a salon. */
  const cutsOn = (salon: number, day: number) =>
    Array.from({ length: 28 * STAFF }, (_, turn) => salon + SALONS * (day + 244 * turn)).map(
      (cut) => 3 * Math.floor(cut / 2) + (cut % 2),
    );
  const basketsOn = (salon: number, day: number) =>
    Array.from({ length: 11 * STAFF }, (_, turn) => 3 * (salon + SALONS * (day + 121 * turn)) + 2);

  // The days of a clock change and the last ones among them.
  test.each([
    ['cuts', cutsOn(0, 0), 140],
    ['cuts', cutsOn(117, 243), 140],
    ['baskets', basketsOn(0, 0), 55],
    ['baskets', basketsOn(199, 1), 55],
    ['baskets', basketsOn(42, 41), 55],
    ['baskets', basketsOn(3, 120), 55],
  ])('a whole day of %s can be booked by its own people in whatever order they come', (_, numbers, count) => {
    const errands = numbers.map((number) => errandOf(number, TODAY));
    expect(errands).toHaveLength(count);
    expect(new Set(errands.map(({ salon, date }) => `${salon} ${date}`)).size).toBe(1);
    expect(refusedOf(errands)).toEqual([]);
    const random = seededRandom(`orders of ${numbers[0]}`);
    for (let order = 0; order < 12; order += 1) {
      const shuffled = errands
        .map((errand) => ({ errand, place: random.share() }))
        .sort((a, b) => a.place - b.place)
        .map(({ errand }) => errand);
      expect(refusedOf(shuffled)).toEqual([]);
    }
  });
});

import { expect, test } from 'vitest';
import { hotSlotOf, SALONS, SLOTS, STAFF, slotOf } from '../../k6/lib/slots.ts';

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

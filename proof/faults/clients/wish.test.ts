import { expect, test } from 'vitest';
import { type Wish, wishOf } from './wish.ts';

const SALONS = 40;
const wishes = Array.from({ length: 60_000 }, (_, n) => wishOf(n, SALONS));
const slotOf = ({ salon, person, date, time }: Wish) => `${salon} ${person} ${date} ${time}`;
const counts = (list: readonly Wish[]) => {
  const seen = new Map<string, number>();
  for (const wish of list) seen.set(slotOf(wish), (seen.get(slotOf(wish)) ?? 0) + 1);
  return [...new Set(seen.values())];
};

test('three of four wishes are nobody else’s', () => {
  const own = wishes.filter(({ person }) => person !== null);
  expect(own.length).toBe(45_000);
  expect(counts(own)).toEqual([1]);
});

test('the fourth has seven rivals, and they are after time that nobody else wants', () => {
  const contended = wishes.filter(({ person }) => person === null);
  expect(counts(contended)).toEqual([8]);
  const taken = new Set(wishes.filter(({ person }) => person !== null).map(({ salon, date }) => `${salon} ${date}`));
  expect(contended.filter(({ salon, date }) => taken.has(`${salon} ${date}`))).toEqual([]);
});

test('all lie within the opening hours and between the clock changes of 2027', () => {
  const times = [...new Set(wishes.map(({ time }) => time))].sort();
  expect([times.length, times[0], times[1], times.at(-1)]).toEqual([9, '07:00', '08:30', '19:00']);
  const dates = wishes.map(({ date }) => date).sort();
  expect(dates[0]).toBe('2027-04-05');
  expect((dates.at(-1) ?? '') < '2027-10-31').toBe(true);
  expect(new Set(wishes.map(({ salon }) => salon)).size).toBe(SALONS);
});

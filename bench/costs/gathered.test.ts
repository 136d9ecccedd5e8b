import { expect, test } from 'vitest';
import { freeVisits } from '../growth/visits.ts';
import { gathered } from './gathered.ts';

const SALONS = ['one', 'two', 'three'].map((id) => ({ id, staff: [`${id}-mia`], chairs: [`${id}-chair`] }));

test.each([2, 16, 32])('%i visits become one statement, in their order', async (count) => {
  const visits = Array.from({ length: count }, freeVisits(SALONS, Date.UTC(2026, 11, 1)));
  const { values } = await gathered(visits);
  const calls = JSON.parse(String(values[0])) as { salonId: string; key: string; visit: { id: string } }[];
  expect(calls.map(({ visit }) => visit.id)).toEqual(visits.map(({ visit }) => visit.id));
  expect(calls.map(({ salonId }) => salonId)).toEqual(visits.map(({ salon }) => salon.id));
});

test.each([0, 1, 33])('%i visits are not sent in one shared statement', async (count) => {
  const visits = Array.from({ length: count }, freeVisits(SALONS, Date.UTC(2026, 11, 1)));
  await expect(gathered(visits)).rejects.toThrow();
});

import { expect, test } from 'vitest';
import { withGrownDatabase } from './grown-database.ts';
import { measure } from './measure.ts';

/** Buffers a fortnight of free times costs in a salon among others, through the API's own statement. */
const buffersAmong = (claims: number) =>
  withGrownDatabase(claims, async (database) => (await measure(database, 20)).availability.buffers);

test('a fortnight of one salon costs among a hundred salons what it costs among ten', {
  timeout: 180_000,
}, async () => {
  const among10 = await buffersAmong(10_000);
  const among100 = await buffersAmong(100_000);
  expect(among100, `${among10} buffers became ${among100}`).toBeLessThanOrEqual(among10 * 1.2);
});

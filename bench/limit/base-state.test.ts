import { withClient } from '@salon/db/embedded/with-client';
import type { Client } from 'pg';
import { expect, test } from 'vitest';
import { ownDatabase } from '../../proof/stack/own-database.ts';
import { thenUndo } from '../../proof/stack/undo-stack.ts';
import { fill, makeBase, withDatabase } from '../costs/base-database.ts';
import { keepBaseState } from './base-state.ts';

const FAR_AHEAD = 200 * 86_400_000;

test('a round begins from the bookings that were there first, whatever was booked since', async () => {
  await thenUndo(async (undo) => {
    const { dataDir, url } = await ownDatabase(undo);
    const { salons, apiUrl } = await makeBase(dataDir, url, 0);
    const from = Date.now() + FAR_AHEAD;
    const book = (visits: number, at: number) => withDatabase(apiUrl, (db) => fill(db, salons, visits, at));
    const base = await keepBaseState(url, () => book(20, from));
    await book(30, from + FAR_AHEAD);
    expect(await withClient(url, bookings)).toBe(50);
    await base.restore();
    expect([base.bookings, await withClient(url, bookings)]).toEqual([20, 20]);
  });
});

async function bookings(client: Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select count(*)::int from booking');
  return rows[0]?.count ?? 0;
}

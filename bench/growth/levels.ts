import { withClient } from '@salon/db/embedded/with-client';

/** Pages between the root of each hot B-tree and its rows, both ends counted, by the tree's name. */
export type Levels = Readonly<Record<string, number>>;

/**
 * Reads how high the trees are that every booking goes down. A look-up costs a page for each level, so that between
 * sizes it is this that grows.
 */
export function levelsOf(ownerUrl: string): Promise<Levels> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string; levels: number }>(
      `select i.relname as name, ((bt_metap(i.relname)).level + 1)::int as levels
       from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
       where i.relam = (select oid from pg_am where amname = 'btree') and t.relnamespace = 'public'::regnamespace
         and t.relname in ('customer', 'booking', 'booking_item', 'booking_want', 'claim', 'idempotency', 'outbox')
       order by i.relname`,
    );
    return Object.fromEntries(rows.map(({ name, levels }) => [name, levels]));
  });
}

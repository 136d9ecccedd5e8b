import type pg from 'pg';
import type { ForeignKey, Index } from './variants.ts';

/** What of the schema is left out in turn, as it is in this database now. */
export async function partsOf(client: pg.ClientBase): Promise<{ foreignKeys: ForeignKey[]; indexes: Index[] }> {
  const keys = await client.query<ForeignKey>(
    `select conname as name, conrelid::regclass::text as "table", confrelid::regclass::text as "refersTo"
     from pg_constraint
     where contype = 'f' and conrelid = any ('{booking,booking_item,booking_want,claim}'::regclass[])
     order by 2, 3, 1`,
  );
  const indexes = await client.query<Index>(
    `select indexrelid::regclass::text as name, indisunique as "unique" from pg_index
     where not indisprimary and indrelid = any ('{booking,customer,outbox,booking_want}'::regclass[])
     order by indrelid::regclass::text, 1`,
  );
  return { foreignKeys: keys.rows, indexes: indexes.rows };
}

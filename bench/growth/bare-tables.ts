import type pg from 'pg';

/**
 * Takes the indexes, keys and foreign keys (those of others to them too) off tables and returns what puts them back, as the migrations made them:
 * rows made in bulk are indexed afterwards, in a fraction of the time. Exclusion constraints stay (see
 * `restExclusion`). Foreign keys come back unvalidated, since the rows are ours; for every later row they count.
 */
export async function bareTables(client: pg.ClientBase, tables: readonly string[]): Promise<() => Promise<void>> {
  const { rows: keys } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name,
       pg_get_constraintdef(c.oid) || coalesce(' with (' || array_to_string(i.reloptions, ', ') || ')', '')
         || case when contype = 'f' then ' not valid' else '' end as definition
     from pg_constraint c left join pg_class i on i.oid = conindid and contype <> 'f'
     where (conrelid = any ($1::regclass[]) and contype in ('p', 'u', 'f')) or (confrelid = any ($1::regclass[]) and contype = 'f')
     order by contype = 'f' desc`,
    [tables],
  );
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
     where indrelid = any ($1::regclass[])
       and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))`,
    [tables],
  );
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  return async () => {
    for (const { table, name, definition } of keys.toReversed()) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    }
    for (const { definition } of indexes) await client.query(definition);
  };
}

/**
 * Lets an exclusion constraint rest while rows are made that cannot break it, and returns what wakes it, outside of a
 * transaction. Added afterwards it would look up every row among all others, twice as long as building its index takes;
 * a table written anew builds it without.
 */
export async function restExclusion(client: pg.ClientBase, table: string, name: string): Promise<() => Promise<void>> {
  const ready = (is: boolean) =>
    client.query('update pg_index set indisready = $1 where indexrelid = $2::regclass', [is, name]);
  await ready(false);
  return async () => {
    await ready(true);
    await client.query(`vacuum full ${table}`);
  };
}

export type ForeignKey = { readonly name: string; readonly table: string; readonly refersTo: string };
export type Index = { readonly name: string; readonly unique: boolean };

/** The database with one thing changed. */
export type Variant = {
  readonly name: string;
  /** Run in its own database before it is measured. */
  readonly change: readonly string[];
  /** Settings of its database, which its connections begin with. */
  readonly settings: Readonly<Record<string, string>>;
  /** Settings that only the whole server has, while it is measured. */
  readonly server: Readonly<Record<string, string>>;
};

/** What every other variant is compared with. */
export const AS_IT_IS: Variant = { name: 'as it is', change: [], settings: {}, server: {} };

const ROOMY = ['booking', 'claim', 'customer'];

/** All variants, that of nothing changed first. */
export function variantsOf(foreignKeys: readonly ForeignKey[], indexes: readonly Index[]): Variant[] {
  const variant = (name: string, rest: Partial<Variant>): Variant => ({ ...AS_IT_IS, name, ...rest });
  const drop = ({ table, name }: ForeignKey) => `alter table ${table} drop constraint ${name}`;
  return [
    AS_IT_IS,
    ...foreignKeys.map((key) => variant(`without foreign key ${key.table} → ${key.refersTo}`, { change: [drop(key)] })),
    variant('without any of these foreign keys', { change: foreignKeys.map(drop) }),
    ...indexes.map(({ name, unique }) =>
      variant(`without ${unique ? 'unique index' : 'index'} ${name}`, { change: [`drop index ${name}`] }),
    ),
    variant(`fillfactor 80 on ${ROOMY.join(', ')}`, {
      change: ROOMY.map((table) => `alter table ${table} set (fillfactor = 80)`),
    }),
    variant('wal_compression off', { settings: { wal_compression: 'off' } }),
    variant('wal_compression pglz', { settings: { wal_compression: 'pglz' } }),
    variant('synchronous_commit off (never used)', { settings: { synchronous_commit: 'off' } }),
    variant('autovacuum off', { server: { autovacuum: 'off' } }),
  ];
}

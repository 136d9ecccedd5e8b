import { readdirSync } from 'node:fs';
import { OWN_PATHS } from '@salon/db/migrate/migration-files';
import type pg from 'pg';
import { type Finding, ok, warn, wrong } from './finding.ts';

/** What it was made for: ranges and functions of before are not tested. */
const MAJOR = 18;
const EXTENSIONS = ['btree_gin', 'btree_gist', 'pg_trgm'];
const PROMISES = ['claim_no_overlap', 'idempotency_pkey'];
const FULL = 0.8;

/** Version, extensions, migrations, constraints and connections of a database that answers. */
export async function checkDatabase(client: pg.Client): Promise<Finding[]> {
  return [
    await version(client),
    await extensions(client),
    await migrations(client, appliedHere(OWN_PATHS.migrations)),
    await promises(client),
    await connections(client),
  ];
}

async function version(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ number: number; words: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as words`,
  );
  const { number = 0, words = '' } = rows[0] ?? {};
  if (number >= MAJOR * 10_000) return ok('database', `answers, PostgreSQL ${words}`);
  return wrong(
    'database',
    `answers, but is PostgreSQL ${words}`,
    `Use PostgreSQL ${MAJOR}: older ones are not tested.`,
  );
}

async function extensions(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>('select extname as name from pg_extension');
  const missing = EXTENSIONS.filter((name) => rows.every((row) => row.name !== name));
  if (missing.length === 0) return ok('extensions', EXTENSIONS.join(', '));
  const todo = 'npm run db:migrate makes them; a role that may not asks whoever runs the server.';
  return wrong('extensions', `missing: ${missing.join(', ')}`, todo);
}

/** Migrations as the files have them, oldest first. */
const appliedHere = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

async function migrations(client: pg.Client, files: readonly string[]): Promise<Finding> {
  const there = await client.query<{ there: boolean }>(`select to_regclass('_prisma_migrations') is not null as there`);
  if (!there.rows[0]?.there) return wrong('migrations', 'none was ever applied', 'npm run db:migrate');
  const { rows } = await client.query<{ name: string; ended: boolean }>(
    'select migration_name as name, finished_at is not null as ended from _prisma_migrations where rolled_back_at is null',
  );
  const failed = rows.filter(({ ended }) => !ended).map(({ name }) => name);
  if (failed.length > 0) {
    const todo = `Look into the migration's log, mend it, then npm run db:migrate -- --rolled-back ${failed[0]}`;
    return wrong('migrations', `broke off: ${failed.join(', ')}`, todo);
  }
  const missing = files.filter((file) => rows.every(({ name }) => name !== file));
  if (missing.length > 0)
    return wrong('migrations', `${missing.length} not applied, from ${missing[0]}`, 'npm run db:migrate');
  const newer = rows.filter(({ name }) => !files.includes(name)).length;
  if (newer === 0) return ok('migrations', `all ${files.length} applied`);
  return warn(
    'migrations',
    `${newer} are of a newer release`,
    'That is as it should be while going back; else deploy again.',
  );
}

/** What no program can check for another: that a time has one holder, and a key one booking. */
async function promises(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ name: string }>(
    'select conname as name from pg_constraint where conname = any($1) and convalidated and conenforced',
    [PROMISES],
  );
  const gone = PROMISES.filter((name) => rows.every((row) => row.name !== name));
  if (gone.length === 0) return ok('promises', 'the database sells no time twice');
  const todo =
    'Time can be sold twice: npm run ops -- read-only on, now. Then restore (docs/deploy.md, Backups), or make it again as its migration does.';
  return wrong('promises', `gone: ${gone.join(', ')}`, todo);
}

async function connections(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ used: number; most: number }>(
    `select (select sum(numbackends)::int from pg_stat_database) as used, current_setting('max_connections')::int as most`,
  );
  const { used = 0, most = 1 } = rows[0] ?? {};
  if (used < most * FULL) return ok('connections', `${used} of ${most}`);
  return warn('connections', `${used} of ${most}`, 'ops/runbook.md, DatabaseConnections, says who may hold them.');
}

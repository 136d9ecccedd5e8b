import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withClient } from '../embedded/with-client.ts';
import { createEmptyDatabase } from '../test/test-database.ts';
import { deploy, draft, drift, liveDrift, resolveRolledBack, status } from './migrator.ts';

const FIRST = '20260101000000_chair';
const SECOND = '20260102000000_count';

let database: { url: string; drop(): Promise<void> };
let folder: string;
let paths: { schema: string; migrations: string };

beforeEach(async () => {
  database = await createEmptyDatabase();
  folder = mkdtempSync(join(tmpdir(), 'salon-migrations-'));
  paths = { schema: join(folder, 'schema.prisma'), migrations: join(folder, 'migrations') };
  writeSchema('id Int @id');
  writeMigration(FIRST, 'create table chair (id int primary key);');
});

afterEach(async () => {
  await database.drop();
  rmSync(folder, { recursive: true });
});

function writeSchema(...fields: string[]): void {
  const model = `model Chair {\n  ${fields.join('\n  ')}\n  @@map("chair")\n}\n`;
  writeFileSync(paths.schema, `datasource db {\n  provider = "postgresql"\n}\n${model}`);
}

function writeMigration(name: string, sql: string): void {
  mkdirSync(join(paths.migrations, name), { recursive: true });
  writeFileSync(join(paths.migrations, name, 'migration.sql'), sql);
}

function query(sql: string) {
  return withClient(database.url, async (client) => (await client.query(sql)).rows);
}

test('four deploys at once apply each migration once', async () => {
  writeMigration(SECOND, 'insert into chair select count(*) + 1 from chair;');
  const applied = await Promise.all([1, 2, 3, 4].map(() => deploy(database.url, paths)));
  expect(applied.flat().sort()).toEqual([FIRST, SECOND]);
  expect(await query('select id from chair')).toEqual([{ id: 1 }]);
});

test('a concurrent index is made while another deploy waits its turn', async () => {
  writeMigration(SECOND, 'create index concurrently chair_again on chair (id);');
  const applied = await Promise.all([deploy(database.url, paths), deploy(database.url, paths)]);
  expect(applied.flat().sort()).toEqual([FIRST, SECOND]);
});

test('function bodies with semicolons arrive whole', async () => {
  writeMigration(SECOND, 'create function two() returns int language plpgsql as $$ begin perform 1; return 2; end $$;');
  await deploy(database.url, paths);
  expect(await query('select two()')).toEqual([{ two: 2 }]);
});

test('a failed migration is named with its error and the way out, and leaves nothing behind', async () => {
  writeMigration(SECOND, 'create table half (id int);\ncreate tabel typo (id int);');
  await expect(deploy(database.url, paths)).rejects.toThrow(
    `Migration ${SECOND} failed (syntax error at or near "tabel") and was rolled back: mend it, then npm run db:migrate -- --rolled-back ${SECOND}`,
  );
  await expect(deploy(database.url, paths)).rejects.toThrow(`Migration ${SECOND} failed earlier`);
  expect(await status(database.url, paths)).toMatchObject({ failedMigrationNames: [SECOND] });
  expect(await query(`select to_regclass('half') as half`)).toEqual([{ half: null }]);

  writeMigration(SECOND, 'create table whole (id int);');
  await resolveRolledBack(database.url, SECOND, paths);
  expect(await deploy(database.url, paths)).toEqual([SECOND]);
});

test('a name that did not fail cannot be marked as rolled back', async () => {
  await deploy(database.url, paths);
  await expect(resolveRolledBack(database.url, SECOND, paths)).rejects.toThrow(
    `There is no failed migration ${SECOND}`,
  );
});

test('an applied migration that was edited is found', async () => {
  await deploy(database.url, paths);
  writeMigration(FIRST, 'create table chair (id int primary key); -- and a thought');
  expect(await status(database.url, paths)).toMatchObject({ editedMigrationNames: [FIRST] });
});

test('a field that no migration makes shows as drift and becomes a draft', async () => {
  expect(await drift(database.url, paths)).toBeNull();
  writeSchema('id Int @id', 'name String?');
  const drafted = await draft(database.url, 'Chair names!', new Date('2026-02-03T04:05:06Z'), paths);
  expect(drafted).toBe(join(paths.migrations, '20260203040506_chair_names_'));
  expect(readFileSync(join(String(drafted), 'migration.sql'), 'utf8')).toContain('ADD COLUMN     "name" TEXT');
  expect(await drift(database.url, paths)).toBeNull();
  expect(await draft(database.url, 'again', new Date(), paths)).toBeNull();
});

test('a change made by hand shows as live drift', async () => {
  await deploy(database.url, paths);
  expect(await liveDrift(database.url, paths)).toBeNull();
  await query('alter table chair add column by_hand int');
  expect(await liveDrift(database.url, paths)).toContain('by_hand');
});

test('shadow databases are dropped', async () => {
  await drift(database.url, paths);
  expect(await query(`select datname from pg_database where datname like 'shadow%'`)).toEqual([]);
});

test('a database that cannot be reached is named without its password', async () => {
  const failure = await deploy('postgresql://me:hidden@127.0.0.1:1/salon', paths).catch(
    (error: Error) => error.message,
  );
  expect(failure).toMatch(/^The database cannot be reached \(.*127\.0\.0\.1:1\): check DATABASE_URL/);
  expect(failure).not.toContain('hidden');
});

test("the repository's own migrations make what prisma/schema.prisma says", async () => {
  expect(await drift(database.url)).toBeNull();
});

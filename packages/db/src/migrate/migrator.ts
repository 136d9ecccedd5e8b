import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DiagnoseMigrationHistoryOutput, DiffTarget } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { explainMigrationFailure } from './explain-migration.ts';
import { type MigrationPaths, migrationList, OWN_PATHS, schemaFiles } from './migration-files.ts';
import { withMigrationLock } from './migration-lock.ts';
import { type OpenEngine, openEngine } from './schema-engine.ts';

const filters = { externalTables: [], externalEnums: [] };

/** Applies what is missing and names it; safe when several processes start at once. */
export function deploy(url: string, paths: MigrationPaths = OWN_PATHS): Promise<string[]> {
  return withMigrationLock(url, () =>
    withEngine(url, paths, async ({ engine }) => {
      const done = await engine.applyMigrations({ migrationsList: migrationList(paths), filters });
      return done.appliedMigrationNames;
    }),
  ).catch(fail);
}

/** What is applied, missing, edited afterwards or failed. */
export function status(url: string, paths: MigrationPaths = OWN_PATHS): Promise<DiagnoseMigrationHistoryOutput> {
  return withEngine(url, paths, ({ engine }) =>
    engine.diagnoseMigrationHistory({ migrationsList: migrationList(paths), optInToShadowDatabase: false, filters }),
  );
}

/** The SQL from what the migrations make to what schema.prisma says; null when they agree. */
export function drift(url: string, paths: MigrationPaths = OWN_PATHS): Promise<string | null> {
  return withEngine(url, paths, (open) =>
    difference(open, fromMigrations(paths), { tag: 'schemaDatamodel', files: schemaFiles(paths) }),
  );
}

/** The SQL from what the migrations make to what this database has; null when nobody changed it by hand. */
export function liveDrift(url: string, paths: MigrationPaths = OWN_PATHS): Promise<string | null> {
  const live: DiffTarget = { tag: 'schemaDatasource', files: schemaFiles(paths), configDir: paths.migrations };
  return withEngine(url, paths, (open) => difference(open, fromMigrations(paths), live));
}

/** Writes the difference as a new migration to be edited by hand, and names its folder; null when there is none. */
export async function draft(url: string, name: string, now: Date, paths: MigrationPaths = OWN_PATHS) {
  const sql = await drift(url, paths);
  if (sql === null) return null;
  const stamp = now.toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(paths.migrations, `${stamp}_${name.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), `set lock_timeout = '5s';\n\n${sql}`);
  return folder;
}

/** Marks a failed migration as rolled back, so that it is tried again. */
export function resolveRolledBack(url: string, migrationName: string, paths: MigrationPaths = OWN_PATHS) {
  return withEngine(url, paths, ({ engine }) => engine.markMigrationRolledBack({ migrationName }));
}

async function withEngine<T>(url: string, paths: MigrationPaths, work: (open: OpenEngine) => Promise<T>): Promise<T> {
  const open = await openEngine(url, schemaFiles(paths)).catch(fail);
  try {
    return await work(open).catch(fail);
  } finally {
    await open.close();
  }
}

function fail(error: unknown): never {
  throw explainMigrationFailure(error);
}

async function difference({ engine }: OpenEngine, from: DiffTarget, to: DiffTarget): Promise<string | null> {
  const result = await engine.diff({ from, to, script: true, exitCode: true, filters });
  return result.exitCode === 2 ? (result.stdout ?? '') : null;
}

function fromMigrations(paths: MigrationPaths): DiffTarget {
  return { tag: 'migrations', ...migrationList(paths) };
}

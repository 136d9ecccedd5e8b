import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MigrationList, SchemaContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';

/** Where schema.prisma and the folder of migrations lie. */
export type MigrationPaths = { schema: string; migrations: string };

/** The repository's own. */
export const OWN_PATHS: MigrationPaths = {
  schema: fileURLToPath(new URL('../../../../prisma/schema.prisma', import.meta.url)),
  migrations: fileURLToPath(new URL('../../../../prisma/migrations', import.meta.url)),
};

/** schema.prisma as the engine takes it. */
export function schemaFiles(paths: MigrationPaths): SchemaContainer[] {
  return [{ path: paths.schema, content: readFileSync(paths.schema, 'utf8') }];
}

/** All migrations, oldest first, as the engine takes them. */
export function migrationList(paths: MigrationPaths): MigrationList {
  const names = existsSync(paths.migrations)
    ? readdirSync(paths.migrations, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return {
    baseDir: paths.migrations,
    shadowDbInitScript: '',
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    migrationDirectories: names
      .map((entry) => entry.name)
      .sort()
      .map((path) => ({ path, migrationFile: { path: 'migration.sql', content: sql(join(paths.migrations, path)) } })),
  };
}

function sql(folder: string) {
  const file = join(folder, 'migration.sql');
  return existsSync(file)
    ? { tag: 'ok' as const, value: readFileSync(file, 'utf8') }
    : { tag: 'error' as const, value: `${file} is missing` };
}

import { resolve } from 'node:path';
import { embeddedUrl, startEmbedded } from '@salon/db/embedded/server';
import { StartError } from '@salon/db/embedded/start-error';
import type { DatabaseSettings } from '../settings.ts';

/** The owner's address of the database in use: the operator's own, else the embedded one, which must be running. */
export function databaseInUse(settings: DatabaseSettings): string {
  const url = settings.DATABASE_URL ?? embeddedUrl(settings.DATA_DIR);
  if (url) return url;
  throw new StartError(
    `No database is running in ${resolve(settings.DATA_DIR)}: run npm start in another terminal first, or set DATABASE_URL.`,
  );
}

/** Works on the database where migrations go; an embedded one that is not running runs for as long as this takes. */
export async function withMigrationDatabase<T>(
  settings: DatabaseSettings,
  work: (url: string, embedded: boolean) => Promise<T>,
): Promise<T> {
  const own = settings.DATABASE_DIRECT_URL ?? settings.DATABASE_URL;
  if (own) return work(own, false);
  const server = await startEmbedded({ dataDir: settings.DATA_DIR });
  try {
    return await work(server.url, true);
  } finally {
    if (!server.reused) await server.stop();
  }
}

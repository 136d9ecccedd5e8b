import { randomUUID } from 'node:crypto';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import { withClient } from '../embedded/with-client.ts';
import { connectEngine } from './engine-connection.ts';

/**
 * An empty database in which the engine replays the migrations, dropped when it is done. Made here because the adapter's
 * own shadow connection lets the connection string win over the database's name and so lands on the main database.
 */
export async function connectShadowDatabase(url: string): Promise<SqlDriverAdapter> {
  const name = `shadow_${randomUUID().replaceAll('-', '')}`;
  const shadow = new URL(url);
  shadow.pathname = `/${name}`;
  await withClient(url, (client) => client.query(`create database "${name}"`));
  return connectEngine(shadow.href, async () => {
    await withClient(url, (client) => client.query(`drop database if exists "${name}" with (force)`));
  });
}

import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { API_ROLE } from '../embedded/api-role.ts';
import { withClient } from '../embedded/with-client.ts';
import { WORKER_ROLE } from '../embedded/worker-role.ts';
import type {} from './postgres.setup.ts'; // declares testServer

/** A migrated, empty database of one test file. */
export type TestDatabase = {
  /** The owner's address: for arranging and looking. */
  url: string;
  /** The API role's address: for what is tested. */
  apiUrl: string;
  /** The worker role's address, for the same. */
  workerUrl: string;
  /** Drops it, open connections included. */
  drop(): Promise<void>;
};

/** A database with nothing in it, for tests of what fills one. */
export async function createEmptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  return createFrom('template0');
}

/** Clones the template (about 0.1 s). Needs `postgres.setup.ts` as the project's globalSetup. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { template, rolePassword } = inject('testServer');
  const database = await createFrom(template);
  // What is granted on a database itself is not cloned.
  await withClient(database.url, (client) =>
    client.query(`grant create on database ${new URL(database.url).pathname.slice(1)} to ${WORKER_ROLE}`),
  );
  const as = (role: string) => {
    const url = new URL(database.url);
    url.username = role;
    url.password = rolePassword;
    return url.href;
  };
  return { ...database, apiUrl: as(API_ROLE), workerUrl: as(WORKER_ROLE) };
}

/** Copies a database as it is, to be spoilt; nobody may be connected to it meanwhile. */
export async function copyDatabase(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  return createFrom(new URL(url).pathname.slice(1));
}

async function createFrom(template: string): Promise<{ url: string; drop(): Promise<void> }> {
  const { adminUrl } = inject('testServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(adminUrl, (client) => client.query(`create database ${name} template ${template}`));
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    async drop() {
      await withClient(adminUrl, async (client) => {
        await client.query(untilNobodyIsIn(name));
        await client.query(`drop database if exists ${name} with (force)`);
      });
    },
  };
}

/**
 * Waits half a second at most: a pool says that it has ended before its connections are closed, and one that is cut off in
 * between has nobody left to hear of it but the process.
 */
function untilNobodyIsIn(database: string): string {
  return `do $$ begin
    for turn in 1..50 loop
      perform pg_stat_clear_snapshot();
      exit when not exists (select from pg_stat_activity where datname = '${database}');
      perform pg_sleep(0.01);
    end loop;
  end $$`;
}

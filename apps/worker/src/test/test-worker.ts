import { setTimeout as rest } from 'node:timers/promises';
import { createTestDatabase } from '@salon/db/test/test-database';
import pg from 'pg';
import { pino } from 'pino';
import { parseConfig } from '../config.ts';
import { openParts, type PartDeps, type Parts } from '../parts.ts';
import { startRedis } from './redis-server.ts';
import { createSalon } from './test-salon.ts';

/** A Monday morning before the salon opens: 08:00 in Hamburg. */
export const MONDAY_8AM = Date.parse('2026-11-23T07:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const SECRET = 'a-secret-of-at-least-32-characters-for-tests';
/** Jobs are done in milliseconds; this ends a test that waits in vain. */
const PATIENCE = 40_000;

export type TestWorker = Awaited<ReturnType<typeof testWorker>>;

/**
 * A worker whose clock tests turn, on a database of its own, with its queue in PostgreSQL or in a Redis of its own. Its
 * senders work by themselves; relay and sweeper do when they are called.
 */
export async function testWorker(
  backend: 'postgres' | 'redis',
  environment: Record<string, string> = {},
  overrides: Partial<PartDeps> = {},
) {
  const database = await createTestDatabase();
  const owner = new pg.Pool({ connectionString: database.url, max: 4 });
  // Dropping the database may end a connection that is just being closed.
  owner.on('error', () => {});
  const redis = backend === 'redis' ? await startRedis() : undefined;
  const clock = { now: MONDAY_8AM };
  const opened: Parts[] = [];
  const settings = {
    NODE_ENV: 'test',
    APP_SECRET: SECRET,
    DATABASE_URL: database.workerUrl,
    PUBLIC_URL: 'https://termine.example',
    MAIL_FROM: 'Salonbuchung <termine@salonbuchung.example>',
    ...(redis ? { REDIS_URL: redis.url } : {}),
  };

  /** One more worker of the same database and queue. */
  async function another(more: Record<string, string> = {}) {
    const deps = { log: pino({ level: 'silent' }), clock: () => clock.now, random: () => 0, pace: 0, ...overrides };
    const parts = await openParts(parseConfig({ ...settings, ...environment, ...more }), deps);
    opened.push(parts);
    return parts;
  }
  const parts = await another();

  /** Waits until the ledger shows nothing on its way (about this visit): all that was handed over has been worked on. */
  async function settled(visit?: { id: string }): Promise<void> {
    for (const deadline = Date.now() + PATIENCE; ; await rest(5)) {
      const { rows } = await owner.query(
        `select count(*)::int as n from message
         where state in ('queued', 'sending') and ($1::uuid is null or booking_id = $1)`,
        [visit?.id ?? null],
      );
      if (rows[0].n === 0) return;
      if (Date.now() > deadline) throw new Error(`waited in vain for ${rows[0].n} messages`);
    }
  }

  return {
    ...{ parts, another, owner, database, redis, clock, settings, settled },
    salon: (changes?: Parameters<typeof createSalon>[2]) => createSalon(owner, clock, changes),
    /** What a second of a worker's life does, to its end: events become messages, and what is due is sent. */
    async turn(): Promise<void> {
      while ((await parts.relayOnce()) > 0);
      while ((await parts.sweep.due()) > 0);
      await settled();
    },
    async close() {
      for (const one of opened) await one.close(5_000);
      await redis?.remove();
      await owner.end();
      await database.drop();
    },
  };
}

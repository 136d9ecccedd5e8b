import type { ServerResponse } from 'node:http';
import type { ListenOptions } from 'node:net';
import { setTimeout as rest } from 'node:timers/promises';
import { openDatabase } from '@salon/db/pool';
import { ConfigError } from '@salon/settings/read-settings';
import { endReports } from '@salon/telemetry/reports';
import { endTraces } from '@salon/telemetry/traces';
import type { FastifyListenOptions } from 'fastify';
import { Redis } from 'ioredis';
import { buildApp } from './app.ts';
import { parseConfig } from './config.ts';

/** Exit code for what no restart can mend: a setting, or a port that is taken (EX_CONFIG). */
const FATAL = 78;
/**
 * Connections that may wait to be accepted. A busy process accepts one each time round its loop; whoever finds the
 * queue full (Node's own is 511 long) tries again after one, three and seven seconds.
 */
const BACKLOG = 4_096;
/** How long open requests may take to finish after the process has stopped listening. */
const FINISH_MS = 8_000;

function readConfig() {
  try {
    return parseConfig(process.env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(FATAL);
  }
}

const config = readConfig();
const db = openDatabase(config.databaseUrl, 'salon-api');
const redis =
  config.redisUrl === undefined
    ? undefined
    : new Redis(config.redisUrl, { connectTimeout: 2_000, maxRetriesPerRequest: 1, enableOfflineQueue: false });
let stopping = false;
const clock = config.fixedNow === undefined ? Date.now : () => config.fixedNow ?? Date.now();
const app = await buildApp(config, { db, redis, clock, stopping: () => stopping });
redis?.on('error', (error: Error) => app.log.warn({ err: error }, 'redis'));

async function stop() {
  if (stopping) return;
  stopping = true;
  // Health says 503 from here on, and everything else is answered: time for a proxy to see it.
  await rest(config.drainMillis);
  setTimeout(() => process.exit(1), FINISH_MS).unref();
  await app.close();
  await Promise.all([db.pool.end(), endTraces(), endReports()]);
  redis?.disconnect();
  process.exit(0);
}
// A connection that is kept would come back to a process that is gone.
app.server.prependListener('request', (_request: unknown, response: ServerResponse) => {
  if (stopping) response.setHeader('connection', 'close');
});
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// Started by a supervisor: without it nobody would ever stop this process.
process.on('disconnect', stop);

try {
  const where: FastifyListenOptions & Pick<ListenOptions, 'reusePort'> = {
    port: config.port,
    host: '0.0.0.0',
    backlog: BACKLOG,
  };
  if (config.sharePort) where.reusePort = true;
  await app.listen(where);
} catch (error) {
  const { code } = error as NodeJS.ErrnoException;
  if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
  const why = code === 'EACCES' ? 'may not be used by this user' : 'is in use by another program';
  console.error(`Port ${config.port} ${why}. Choose another: PORT=${config.port + 1}`);
  process.exit(FATAL);
}

import { setTimeout as sleep } from 'node:timers/promises';
import { binaries } from './binaries.ts';
import { createCluster, hasCluster } from './cluster.ts';
import { address, ensureDatabase, knock } from './connection.ts';
import { explainFailure, explainSystemError } from './explain.ts';
import { freePort } from './free-port.ts';
import { keptSecret, readSecret } from './kept-secret.ts';
import { type Place, placeOf, preparePlace } from './place.ts';
import { removeStalePidFile, runningPostmaster } from './postmaster.ts';
import { adopt, launch, type ServerProcess } from './server-process.ts';
import { type ServerUser, serverUser } from './server-user.ts';
import { StartError } from './start-error.ts';

/** The database inside the embedded server. */
export const DATABASE = 'salon';

export type EmbeddedOptions = {
  /** DATA_DIR: the cluster is `pg` in it, the log `logs/postgres.log`. */
  dataDir: string;
  /** The port to take if it is free, so that a restarted server is found where it was; else any free one. */
  port?: number;
  /** Settings laid over our own; `fsync: 'off'` also makes the cluster without syncing (tests). */
  settings?: Record<string, string>;
  /** Told once when a new, empty cluster is about to be made. */
  onCreate?: () => void;
};

/** A running embedded PostgreSQL. The caller owns its life: nothing here listens to signals or to our own exit. */
export type EmbeddedPostgres = {
  url: string;
  port: number;
  pid: number;
  /** Found running, left behind by somebody who was killed. */
  reused: boolean;
  place: Place;
  /** Settles when the server has ended, for whatever reason. */
  exited: Promise<void>;
  /** Ends it: `fast` in order, `immediate` at once (the next start recovers). */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
};

const SILENCE_MS = 60_000;
const STOP_MS = 30_000;

/** Starts the database of this DATA_DIR, made first where there is none, or takes over the one already running on it. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  let place = placeOf(options.dataDir);
  try {
    const user = serverUser(place.cluster);
    place = preparePlace(options.dataDir, user);
    const bin = binaries(user);
    await ensureCluster(place, bin, user, options);
    const server = await runServer(place, bin, user, options);
    const { client, process: running, port, reused } = server;
    await ensureDatabase(client, DATABASE);
    await client.end();
    return {
      url: address(port, DATABASE, passwordOf(place)),
      port,
      pid: running.pid,
      reused,
      place,
      exited: running.exited,
      stop: (mode = 'fast') => stop(running, mode),
    };
  } catch (error) {
    throw explainSystemError(error, place.cluster);
  }
}

/** The owner's address of the database running on this DATA_DIR, or undefined when none runs. */
export function embeddedUrl(dataDir: string): string | undefined {
  const place = placeOf(dataDir);
  const running = runningPostmaster(place.cluster);
  const password = running && readSecret(place.password);
  return password ? address(running.port, DATABASE, password) : undefined;
}

async function ensureCluster(place: Place, bin: string, user: ServerUser | undefined, options: EmbeddedOptions) {
  if (hasCluster(place.cluster)) return;
  options.onCreate?.();
  const password = keptSecret(place.password, 18);
  await createCluster(place.cluster, { bin, user, password, durable: options.settings?.fsync !== 'off' });
}

async function runServer(place: Place, bin: string, user: ServerUser | undefined, options: EmbeddedOptions) {
  const url = (port: number) => address(port, 'postgres', passwordOf(place));
  let port = options.port ?? (await freePort());
  for (const deadline = Date.now() + SILENCE_MS; ; ) {
    const found = runningPostmaster(place.cluster);
    if (found) {
      const process = adopt(found.pid, place.cluster);
      const client = await answer(process, url(found.port), place);
      if (client) return { client, process, port: found.port, reused: true };
      continue; // it was on its way out
    }
    removeStalePidFile(place.cluster);
    const process = launch({
      bin,
      cluster: place.cluster,
      port,
      log: place.log,
      user,
      settings: options.settings ?? {},
    });
    const client = await answer(process, url(port), place);
    if (client) return { client, process, port, reused: false };
    const complaint = process.said();
    if (/could not bind|could not create any TCP/i.test(complaint)) port = await freePort();
    // Killed just now, its last children still hold the memory; or another start was faster.
    else if (
      !/shared memory block .* still in use|lock file .* already exists/is.test(complaint) ||
      Date.now() > deadline
    ) {
      throw explainFailure(complaint, place.cluster, place.log);
    }
    await sleep(100);
  }
}

/** A connection as soon as the server takes one; undefined when it ended before. Recovery may take its time. */
async function answer(server: ServerProcess, url: string, place: Place) {
  for (let silentSince = Date.now(); !server.ended(); await sleep(15)) {
    const heard = await knock(url);
    if (typeof heard === 'object' && 'open' in heard) return heard.open;
    if (typeof heard === 'object') throw explainFailure(`FATAL: ${heard.refused}`, place.cluster, place.log);
    if (heard === 'starting' || heard === 'stopping') silentSince = Date.now();
    else if (Date.now() - silentSince > SILENCE_MS) {
      await stop(server, 'immediate');
      throw explainFailure(`FATAL: no answer within ${SILENCE_MS / 1000} s`, place.cluster, place.log);
    }
  }
  return undefined;
}

async function stop(server: ServerProcess, mode: 'fast' | 'immediate'): Promise<void> {
  if (server.ended()) return;
  const give = (signal: NodeJS.Signals) => {
    try {
      process.kill(server.pid, signal);
    } catch {
      // gone in the meantime
    }
  };
  give(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
  const late = setTimeout(() => give('SIGQUIT'), STOP_MS);
  // Held open on purpose: the process itself is unreferenced, and we must not end before it does.
  await server.exited.finally(() => clearTimeout(late));
}

function passwordOf(place: Place): string {
  const password = readSecret(place.password);
  if (password) return password;
  throw new StartError(
    `The password of the database in ${place.cluster} is missing (${place.password}): restore that file, or move the folder away to begin with an empty one.`,
  );
}

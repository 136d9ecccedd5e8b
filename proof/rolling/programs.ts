import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@salon/db/embedded/free-port';
import { startProgram } from '../../scripts/start/program.ts';
import { until } from '../stack/processes.ts';
import type { SalonDatabase } from '../stack/salon-database.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READY_MS = 60_000;
const SECRET = 'of-the-proof-alone-and-worth-nothing-elsewhere';

/** A program that can be replaced by the same one anew, as a deploy does. */
export type Replaceable = {
  readonly name: string;
  readonly port: number;
  /** Told to stop, waited for, started anew, waited for. */
  replace(): Promise<void>;
  stop(): Promise<void>;
};

export type ProgramOptions = {
  readonly database: SalonDatabase;
  readonly smtpUrl: string;
  readonly publicUrl: string;
  /** How long an API process says that it stops before it does. */
  readonly drainSeconds: number;
  /** The checkout whose program is started; this one, if none is named. */
  readonly root?: string;
};

/** An API process on a port of its own; ready when it is healthy. */
export async function startApi(name: string, options: ProgramOptions): Promise<Replaceable> {
  const port = await freePort();
  const health = `http://127.0.0.1:${port}/api/system/health`;
  const isHealthy = () =>
    fetch(health).then(
      ({ ok }) => ok,
      () => false,
    );
  const env = { PORT: String(port), DATABASE_URL: options.database.apiUrl };
  return replaceable({ name, port, script: 'apps/api/src/main.ts', env, options, ready: isHealthy });
}

/** The worker that mails; nobody waits for it, what it has to do waits in the database. */
export async function startWorker(options: ProgramOptions): Promise<Replaceable> {
  const env = { PORT: '3000', DATABASE_URL: options.database.ownerUrl };
  return replaceable({ name: 'worker', port: 0, script: 'apps/worker/src/main.ts', env, options, ready: () => true });
}

async function replaceable(program: {
  name: string;
  port: number;
  script: string;
  env: Record<string, string>;
  options: ProgramOptions;
  ready: () => boolean | Promise<boolean>;
}): Promise<Replaceable> {
  const { name, port, script, options, ready } = program;
  const env = {
    ...{ PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
    ...{ APP_SECRET: SECRET, PUBLIC_URL: options.publicUrl, RATE_LIMIT: 'off', TRUST_PROXY: '1' },
    ...{ SMTP_URL: options.smtpUrl, MAIL_FROM: 'Salon <termine@salon.example>' },
    DRAIN_SECONDS: String(options.drainSeconds),
    ...program.env,
  };
  const log = join(options.database.dataDir, 'logs', `${name}.log`);
  const begin = () => startProgram({ script: join(options.root ?? ROOT, script), env, log });
  let running = begin();
  const untilReady = () => until(ready, name, READY_MS);
  const it: Replaceable = {
    name,
    port,
    async replace() {
      await running.stop(false);
      running = begin();
      await untilReady();
    },
    stop: () => running.stop(false),
  };
  try {
    await untilReady();
  } catch (error) {
    await it.stop();
    throw error;
  }
  return it;
}

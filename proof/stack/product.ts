import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { startProgram } from '../../scripts/start/program.ts';
import { childrenOf, childrenRunning, listenersOn, until } from './processes.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const READY_MS = 120_000;
/** `npm start` gives its API ten seconds to finish what it was asked. */
const STOP_MS = 20_000;
const API = 'apps/api/src/main.ts';
const WORKER = 'apps/worker/src/main.ts';
const LAST_LINES = 20;
const SECRET = 'of-the-proof-alone-and-worth-nothing-elsewhere';

/** The product at work; a worker is there unless the API was started alone. */
export type Product = { apiPids(): number[]; workerPids(): number[]; stop(): Promise<void> };

export type ProductOptions = {
  port: number;
  apis: number;
  dataDir: string;
  apiUrl: string;
  ownerUrl: string;
  env: Record<string, string>;
};

/** Starts `npm start`, its supervisor in a process of its own, on a database that is there, in production, without rate limits; ready when every API answers. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: ROOT,
    // A session of its own: Ctrl-C reaches us alone, and we stop it in order. It ends by itself when we are gone.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(options),
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      said.push(line);
      if (said.length > LAST_LINES) said.shift();
    });
  }
  const running = (script: string) => () => childrenRunning(child.pid ?? 0, script);
  const product = { apiPids: running(API), workerPids: running(WORKER), stop: () => stop(child) };
  try {
    const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
    await until(() => isReady(hasEnded(), options, product.apiPids), 'the API', READY_MS);
  } catch (error) {
    await product.stop();
    throw new Error(`The product did not start:\n${said.join('\n')}`, { cause: error });
  }
  return product;
}

/** Starts API processes as `npm start` does, but neither supervisor nor worker: for what is measured of the API alone. */
export async function startApis(options: ProductOptions): Promise<Product> {
  const logs = join(options.dataDir, 'logs');
  const running = Array.from({ length: options.apis }, (_, index) =>
    startProgram({ script: join(ROOT, API), env: environment(options), log: join(logs, `api-${index + 1}.log`) }),
  );
  let ended = false;
  for (const one of running) {
    void one.ended.then(() => {
      ended = true;
    });
  }
  const product = {
    apiPids: () => running.flatMap(({ pid }) => pid ?? []),
    workerPids: () => [],
    stop: async () => void (await Promise.all(running.map((one) => one.stop(false)))),
  };
  try {
    await until(() => isReady(ended, options, product.apiPids), 'the API', READY_MS);
  } catch (error) {
    await product.stop();
    throw new Error(`The API did not start: see ${logs}.`, { cause: error });
  }
  return product;
}

function environment(options: ProductOptions): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    APP_SECRET: SECRET,
    PORT: String(options.port),
    API_PROCESSES: String(options.apis),
    DATA_DIR: options.dataDir,
    DATABASE_URL: options.apiUrl,
    DATABASE_DIRECT_URL: options.ownerUrl,
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'warn',
    // Set to nothing, so that an `.env` of the checkout has no say.
    ...{ REDIS_URL: '', PUBLIC_URL: '', TRUST_PROXY: '', READ_ONLY_MODE: '', TEST_NOW: '' },
    ...options.env,
  };
}

/** Health is asked for last: it is answered by one process, and the others have to listen too. */
async function isReady(hasEnded: boolean, { port, apis }: ProductOptions, apiPids: () => number[]): Promise<boolean> {
  if (hasEnded) throw new Error('It ended.');
  if (apiPids().length < apis || listenersOn(port) < apis) return false;
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/system/health`, { signal: AbortSignal.timeout(2_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  // The APIs end with it: its death closes the channel they watch; one that was frozen does not notice.
  const late = setTimeout(() => {
    for (const pid of childrenOf(child.pid ?? 0)) killIfThere(pid);
    child.kill('SIGKILL');
  }, STOP_MS);
  await exited.finally(() => clearTimeout(late));
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended in the meantime
  }
}

import { freePort } from '@salon/db/embedded/free-port';
import { embeddedUrl } from '@salon/db/embedded/server';
import { makeDataFolder, removeLeftovers } from '@salon/db/test/data-folder';
import { until } from '../../proof/stack/processes.ts';
import type { UndoStack } from '../../proof/stack/undo-stack.ts';
import { startProgram } from '../../scripts/fixtures/started-salon.ts';

/** It builds the page, makes a database and the demo salon: seconds on a quiet machine, minutes on a busy one. */
const START_MS = 240_000;
/** `[ 12.3 s] ready`, its last word; the demo salon is ready long before. */
const IS_READY = /^\[[^\]]*\] ready$/m;

/** The product at work. Plain data, so that it can be handed to the processes of the tests. */
export type Product = {
  /** `http://localhost:PORT`, as its links say it. */
  readonly baseUrl: string;
  /** The owner's address of its database. */
  readonly ownerUrl: string;
  readonly dataDir: string;
};

/**
 * `npm start` as a person runs it, with a port, a database and a demo salon of its own: API, built page, worker, inbox.
 * Nobody is limited. `undo` gets what ends it.
 */
export async function startProduct(undo: UndoStack, env: Record<string, string> = {}): Promise<Product> {
  removeLeftovers();
  const { dataDir, remove } = makeDataFolder();
  undo.add(remove);
  const port = await freePort();
  const started = startProgram(['scripts/start.ts'], {
    ...{ PORT: String(port), DATA_DIR: dataDir, RATE_LIMIT: 'off', LOG_LEVEL: 'warn' },
    // Set to nothing, so that an `.env` of the checkout has no say.
    ...{ DATABASE_URL: '', DATABASE_DIRECT_URL: '', REDIS_URL: '', SMTP_URL: '', PUBLIC_URL: '', READ_ONLY_MODE: '' },
    ...env,
  });
  undo.add(async () => {
    started.process.kill('SIGTERM');
    await started.ends();
  });
  const { process: child } = started;
  await until(() => child.exitCode !== null || IS_READY.test(started.output()), 'the product', START_MS);
  const ownerUrl = embeddedUrl(dataDir);
  if (child.exitCode !== null || ownerUrl === undefined) throw new Error(`It did not start:\n${started.output()}`);
  return { baseUrl: `http://localhost:${port}`, ownerUrl, dataDir };
}

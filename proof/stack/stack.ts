import { freePort } from '@salon/db/embedded/free-port';
import { startProduct } from './product.ts';
import { type SalonDatabase, type SalonDatabaseOptions, startSalonDatabase } from './salon-database.ts';
import { undoStack } from './undo-stack.ts';

export type StackOptions = SalonDatabaseOptions & {
  /** API processes behind one port (the product's own API_PROCESSES). Default 2. */
  apis?: number;
  /** Laid over the environment of the product (LD_PRELOAD, FAKETIME, LOG_LEVEL …). */
  env?: Record<string, string>;
};

/** The product as users run it, on a database and a port of its own. */
export type Stack = SalonDatabase & {
  /** `http://127.0.0.1:PORT` */
  baseUrl: string;
  /** The API processes behind the port, as they are now: a killed one comes back with another number. Linux only. */
  apiPids(): number[];
  /** The worker that sends mails, beside them. Linux only. */
  workerPids(): number[];
  /** Stops all of it and removes its data. */
  stop(): Promise<void>;
};

/**
 * Starts PostgreSQL with production settings, migrated and with load salons in it, and the product on top by its own
 * supervisor. Ends with an error when a part cannot start; nothing is left running then.
 */
export async function startStack({ apis = 2, env = {}, ...options }: StackOptions = {}): Promise<Stack> {
  const undo = undoStack();
  try {
    const database = await startSalonDatabase(options, undo);
    const { apiUrl, ownerUrl, dataDir } = database;
    const port = await freePort();
    const product = await startProduct({ port, apis, dataDir, apiUrl, ownerUrl, env });
    undo.add(product.stop);
    const { apiPids, workerPids } = product;
    return { ...database, baseUrl: `http://127.0.0.1:${port}`, apiPids, workerPids, stop: undo.undo };
  } catch (error) {
    await undo.undo();
    throw error;
  }
}

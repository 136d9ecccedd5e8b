import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@salon/db/embedded/free-port';
import { startApis } from '../../proof/stack/product.ts';
import { type SalonDatabase, startSalonDatabase } from '../../proof/stack/salon-database.ts';
import type { UndoStack } from '../../proof/stack/undo-stack.ts';
import { type SmallServer, startSmallServer } from './small-server.ts';
import { layWire, type Wire } from './wire.ts';

/** Room for all ways at once, each with its pool; what one may use is judged by the production value. */
const SETTINGS = { max_connections: '300' };
const PROCESSES = 2;

/** A server that takes bookings; its connections bear its name. */
export type Server = Pick<SmallServer, 'baseUrl' | 'pids'> & { readonly name: string; readonly processes: number };

/** Everything that is compared, running side by side on one database; what is not asked rests. */
export type Scene = Awaited<ReturnType<typeof setScene>>;

/** Starts it all. `undo` gets what stops it again, also of a start that fails half-way. */
export async function setScene(undo: UndoStack) {
  const stack = await startSalonDatabase({ settings: SETTINGS }, undo);
  const { ownerUrl, apiUrl } = stack;
  const wire: Wire = await layWire(Number(new URL(ownerUrl).port));
  undo.add(wire.stop);
  const wiredUrl = Object.assign(new URL(apiUrl), { port: String(wire.port) }).href;

  const api = (name: string, url: string, processes = PROCESSES) => serve(stack, { name, url, processes }, undo);
  async function other(name: string, program: URL, url: string): Promise<Server> {
    const env = { DATABASE_URL: named(url, name) };
    const server = await startSmallServer(program, PROCESSES, env);
    undo.add(server.stop);
    return { ...server, name, processes: PROCESSES };
  }
  const orm = new URL('orm-api.ts', import.meta.url);
  const bare = new URL('bare-api.ts', import.meta.url);
  return {
    stack,
    wire,
    wiredUrl,
    one: await api('ours-alone', apiUrl, 1),
    two: await api('ours', apiUrl),
    twoWired: await api('ours-wired', wiredUrl),
    orm: await other('orm', orm, apiUrl),
    ormWired: await other('orm-wired', orm, wiredUrl),
    bare: await other('bare', bare, apiUrl),
  };
}

/** Starts the API on this database, with an environment laid over its own. */
export async function serve(
  stack: SalonDatabase,
  api: { name: string; url: string; processes: number; env?: Record<string, string> },
  undo: UndoStack,
): Promise<Server> {
  const { name, url, processes, env = {} } = api;
  const port = await freePort();
  const dataDir = join(stack.dataDir, name);
  mkdirSync(dataDir);
  const { ownerUrl } = stack;
  const { apiPids, stop } = await startApis({
    ...{ port, apis: processes, dataDir, apiUrl: named(url, name), ownerUrl, env },
  });
  undo.add(stop);
  return { name, processes, baseUrl: `http://127.0.0.1:${port}`, pids: apiPids };
}

function named(address: string, name: string): string {
  const url = new URL(address);
  url.searchParams.set('application_name', name);
  return url.href;
}

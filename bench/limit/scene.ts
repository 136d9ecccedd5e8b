import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@salon/db/embedded/free-port';
import { startProduct } from '../../proof/stack/product.ts';
import { startStack } from '../../proof/stack/stack.ts';
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
export async function setScene(undo: (() => Promise<void>)[]) {
  const stack = await startStack({ apis: 1, settings: SETTINGS });
  undo.push(stack.stop);
  const { ownerUrl, apiUrl } = stack;
  const wire: Wire = await layWire(Number(new URL(ownerUrl).port));
  undo.push(wire.stop);
  const wiredUrl = Object.assign(new URL(apiUrl), { port: String(wire.port) }).href;

  async function product(name: string, url: string): Promise<Server> {
    const port = await freePort();
    const dataDir = join(stack.dataDir, name);
    mkdirSync(dataDir);
    const address = named(url, name);
    const { apiPids, stop } = await startProduct({
      ...{ port, apis: PROCESSES, dataDir, apiUrl: address, ownerUrl, env: {}, onLine: () => {} },
    });
    undo.push(stop);
    return { name, processes: PROCESSES, baseUrl: `http://127.0.0.1:${port}`, pids: apiPids };
  }
  async function other(name: string, program: URL, url: string): Promise<Server> {
    const env = { DATABASE_URL: named(url, name) };
    const server = await startSmallServer(program, PROCESSES, env);
    undo.push(server.stop);
    return { ...server, name, processes: PROCESSES };
  }
  const orm = new URL('orm-api.ts', import.meta.url);
  const bare = new URL('bare-api.ts', import.meta.url);
  return {
    stack,
    wire,
    wiredUrl,
    one: { name: 'salon-api', processes: 1, baseUrl: stack.baseUrl, pids: stack.apiPids },
    two: await product('ours', apiUrl),
    twoWired: await product('ours-wired', wiredUrl),
    orm: await other('orm', orm, apiUrl),
    ormWired: await other('orm-wired', orm, wiredUrl),
    bare: await other('bare', bare, apiUrl),
  };
}

function named(address: string, name: string): string {
  const url = new URL(address);
  url.searchParams.set('application_name', name);
  return url.href;
}

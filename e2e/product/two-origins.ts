import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { undoStack } from '../../proof/stack/undo-stack.ts';
import { runVite } from '../../scripts/start/run-vite.ts';
import { type TlsFront, tlsFront } from '../network/tls-front.ts';
import { anotherApi } from './another-api.ts';
import type { Product } from './product.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Pictures are addresses of the salon's page, which mails show too. */
const PICTURES = '/api/pictures/';

/** How a browser finds names that are nowhere else: all of them are this machine. */
export const TEST_NAMES = ['--host-resolver-rules=MAP *.test 127.0.0.1'];

/**
 * The product as it stands at two hosts: the pages, built for it, at one name, their API at another of the same site, each
 * behind a proxy with TLS. Where the pages are there is no API.
 */
export async function atTwoOrigins(product: Product, env: Record<string, string>) {
  const undo = undoStack();
  const front = async (host: string): Promise<TlsFront> => {
    const listening = await tlsFront(host);
    undo.add(listening.stop);
    return listening;
  };
  try {
    const [pages, calls] = [await front('app.salon.test'), await front('api.salon.test')];
    const folder = mkdtempSync(join(tmpdir(), 'salon-two-origins-'));
    undo.add(() => rmSync(folder, { recursive: true, force: true }));
    await runVite(ROOT, folder, calls.origin);
    const settings = { ...env, PUBLIC_URL: pages.origin, API_ORIGIN: calls.origin, TRUST_PROXY: '1', WEB_DIR: folder };
    const api = await anotherApi(product, settings);
    undo.add(api.stop);
    const port = Number(new URL(api.baseUrl).port);
    pages.leadTo(port, (path) => path.startsWith('/api/') && !path.startsWith(PICTURES));
    calls.leadTo(port);
    return { pages: pages.origin, calls: calls.origin, port: pages.port, behind: api.baseUrl, stop: undo.undo };
  } catch (error) {
    await undo.undo();
    throw error;
  }
}

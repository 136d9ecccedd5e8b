import { join } from 'node:path';
import { apiUrlOf } from '@salon/db/embedded/api-role';
import { freePort } from '@salon/db/embedded/free-port';
import { keptSecret } from '@salon/db/embedded/kept-secret';
import { startApis } from '../../proof/stack/product.ts';
import type { Product } from './product.ts';

/** One more API process over the product's own database, with other settings: what an operator changes with a restart. */
export async function anotherApi({ dataDir, ownerUrl }: Product, env: Record<string, string>) {
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const { stop } = await startApis({
    ...{ port, apis: 1, dataDir, ownerUrl, apiUrl: await apiUrlOf(dataDir, ownerUrl) },
    env: { APP_SECRET: keptSecret(join(dataDir, 'app-secret')), PUBLIC_URL: baseUrl, ...env },
  });
  return { baseUrl, stop };
}

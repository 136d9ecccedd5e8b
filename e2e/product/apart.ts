import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keptSecret } from '@salon/db/embedded/kept-secret';
import { withClient } from '@salon/db/embedded/with-client';
import { workerUrlOf } from '@salon/db/embedded/worker-role';
import { deploy } from '@salon/db/migrate/migrator';
import { startProgram } from '../../scripts/start/program.ts';
import { anotherApi } from './another-api.ts';
import type { Product } from './product.ts';

const WORKER = fileURLToPath(new URL('../../apps/worker/src/main.ts', import.meta.url));

/**
 * An API process on a migrated, empty database of its own beside the product's: for what touches everybody at once, and
 * would keep all other stories from booking.
 */
export async function productApart(product: Product, env: Record<string, string> = {}) {
  const name = `apart_${randomBytes(4).toString('hex')}`;
  await withClient(product.ownerUrl, (client) => client.query(`create database ${name}`));
  const ownerUrl = Object.assign(new URL(product.ownerUrl), { pathname: `/${name}` }).href;
  await deploy(ownerUrl);
  const { baseUrl, stop } = await anotherApi({ ...product, ownerUrl }, env);
  return {
    baseUrl,
    ownerUrl,
    async stop() {
      await stop();
      await withClient(product.ownerUrl, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

/** The same with a worker, and settings that both have: the product's own worker would take all events up as it is set. */
export async function productApartWithWorker(product: Product, env: Record<string, string>) {
  const apart = await productApart(product, env);
  const { dataDir } = product;
  const worker = startProgram({
    script: WORKER,
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'warn', PUBLIC_URL: apart.baseUrl, ...env },
      DATABASE_URL: await workerUrlOf(dataDir, apart.ownerUrl),
      APP_SECRET: keptSecret(join(dataDir, 'app-secret')),
    },
    log: join(dataDir, 'logs', 'worker-apart.log'),
  });
  return {
    ...apart,
    async stop() {
      await worker.stop(false);
      await apart.stop();
    },
  };
}

import { randomBytes } from 'node:crypto';
import { withClient } from '@salon/db/embedded/with-client';
import { deploy } from '@salon/db/migrate/migrator';
import { anotherApi } from './another-api.ts';
import type { Product } from './product.ts';

/**
 * An API process on a migrated, empty database of its own beside the product's: for what touches everybody at once, and
 * would keep all other stories from booking.
 */
export async function productApart(product: Product) {
  const name = `apart_${randomBytes(4).toString('hex')}`;
  await withClient(product.ownerUrl, (client) => client.query(`create database ${name}`));
  const ownerUrl = Object.assign(new URL(product.ownerUrl), { pathname: `/${name}` }).href;
  await deploy(ownerUrl);
  const { baseUrl, stop } = await anotherApi({ ...product, ownerUrl }, {});
  return {
    baseUrl,
    ownerUrl,
    async stop() {
      await stop();
      await withClient(product.ownerUrl, (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

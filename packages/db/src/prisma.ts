import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from './generated/client.ts';

export type { Prisma } from './generated/client.ts';
export type { PrismaClient };

const clients = new WeakMap<pg.Pool, PrismaClient>();

/** Prisma's client on a pool that the caller owns and closes; one for each pool, whoever asks. */
export function prismaOn(pool: pg.Pool): PrismaClient {
  let client = clients.get(pool);
  if (client === undefined) {
    client = new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal' });
    clients.set(pool, client);
  }
  return client;
}

import type { Database } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { prismaAdapter } from 'better-auth/adapters/prisma';

/** Where the library keeps logins: our tables, through our pool. */
export const loginStore = (db: Database) =>
  prismaAdapter(prismaOn(db.pool), { provider: 'postgresql', transaction: true });

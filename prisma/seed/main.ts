import { resolve } from 'node:path';
import { openDatabase } from '@salon/db/pool';
import { isConnectionLoss, sqlState } from '@salon/db/sql-state';
import { localDate } from '@salon/domain/time/wall-clock';
import { ZONE } from './demo/clock.ts';
import { makeDemoLogins } from './demo/demo-logins.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { seedLoadSalons } from './load/seed-load-salons.ts';
import { SeedError } from './seed-error.ts';
import { parseWish } from './wish.ts';

/** Fills the database at DATABASE_URL, whose owner must be asking; what exists is kept. Passwords go to `dataDir`. */
async function seed(args: string[], address: string | undefined, dataDir: string): Promise<void> {
  const { demo, loadSalons } = parseWish(args);
  if (!address || !URL.canParse(address)) {
    throw new SeedError('Set DATABASE_URL to the address of the database, as its owner.');
  }
  const db = openDatabase(address, 'salon-seed');
  const report = (line: string) => console.log(line);
  try {
    await db.pool.query('select from salon limit 0');
    if (demo) {
      await seedDemo(db, { today: demo.date ?? localDate(ZONE, Date.now()), report });
      await makeDemoLogins(db, dataDir);
    }
    if (loadSalons > 0) await seedLoadSalons(db, loadSalons, report);
  } finally {
    await db.pool.end();
  }
}

/** What a person can do about an error; `undefined`: nothing, it is a fault. */
function advice(error: unknown): string | undefined {
  if (error instanceof SeedError) return error.message;
  if (isConnectionLoss(error)) return 'The database at DATABASE_URL does not answer: is it running?';
  if (sqlState(error) === '3D000') return 'The server at DATABASE_URL has no database of that name.';
  if (sqlState(error)?.startsWith('28')) return 'The database refuses the user or password in DATABASE_URL.';
  if (sqlState(error) === '42P01') return 'The database has no tables yet: run npm run db:migrate first.';
  return undefined;
}

try {
  await seed(process.argv.slice(2), process.env.DATABASE_URL, resolve(process.env.DATA_DIR || '.data'));
} catch (error) {
  console.error(advice(error) ?? error);
  process.exitCode = 1;
}

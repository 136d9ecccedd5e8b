import { parseArgs } from 'node:util';
import { isDate } from '@salon/domain/time/wall-clock';
import { SeedError } from './seed-error.ts';

/** What is to be made. */
type Wish = { readonly demo: { readonly date: string | undefined } | undefined; readonly loadSalons: number };

const USAGE = 'Usage: npm run db:seed -- --demo [--date YYYY-MM-DD] | --load-salons N';
const MOST_SALONS = 10_000;

/** Reads the arguments. Throws {@link SeedError} with the usage. */
export function parseWish(args: string[]): Wish {
  const { demo, date, 'load-salons': count } = read(args);
  if (!demo && count === undefined) throw new SeedError(`Say what to make. ${USAGE}`);
  if (date !== undefined && !demo) throw new SeedError(`--date belongs to --demo. ${USAGE}`);
  if (date !== undefined && !isDate(date)) throw new SeedError(`${date} is not a date. ${USAGE}`);
  const loadSalons = Number(count ?? 0);
  if (count !== undefined && !(/^\d+$/.test(count) && loadSalons >= 1 && loadSalons <= MOST_SALONS)) {
    throw new SeedError(`--load-salons takes a number from 1 to ${MOST_SALONS}. ${USAGE}`);
  }
  return { demo: demo ? { date } : undefined, loadSalons };
}

function read(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: { demo: { type: 'boolean' }, date: { type: 'string' }, 'load-salons': { type: 'string' } },
    });
    return values;
  } catch {
    throw new SeedError(`That is not understood: ${args.join(' ')}. ${USAGE}`);
  }
}

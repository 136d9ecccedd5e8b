import { withClient } from '@salon/db/embedded/with-client';
import type pg from 'pg';
import { type Origin, originHere } from '../../proof/measuring/origin.ts';
import { TICKS_PER_SECOND } from '../../proof/measuring/usage.ts';
import { ownDatabase } from '../../proof/stack/own-database.ts';
import { PRODUCTION_SETTINGS } from '../../proof/stack/postgres-settings.ts';
import { type UndoStack, undoStack } from '../../proof/stack/undo-stack.ts';
import { type BaseDatabase, makeBase } from './base-database.ts';
import { partsOf } from './parts.ts';
import type { Report } from './report.ts';
import { compare, middle } from './result.ts';
import { type Round, round } from './round.ts';
import { measureServed } from './served.ts';
import { SETUPS } from './setups.ts';
import { inTurn, interleaved } from './turns.ts';
import { AS_IT_IS, type Variant, variantsOf } from './variants.ts';
import { WAYS } from './ways.ts';

export type CostsOptions = { readonly rounds: number; readonly say: (line: string) => void };

const BOOKINGS_BEFORE = 4_000;
/** No round begins that would not be over by then, in milliseconds; the first one always runs. */
const LONGEST = 4 * 60_000;
const LONGEST_SERVED = 3.5 * 60_000;

/** Measures the statements and then the API as it is served, and says what came out. `undo` gets what stops it again. */
export async function runCosts(options: CostsOptions, undo: UndoStack): Promise<Report> {
  const ofStatements = undoStack();
  undo.add(ofStatements.undo);
  const statements = await measureStatements(options, ofStatements);
  await ofStatements.undo();
  options.say('serving the API in several ways');
  const { ownerUrl: _, ...served } = await measureServed({ ...options, setups: SETUPS, longest: LONGEST_SERVED }, undo);
  return { ...statements, served };
}

async function measureStatements(options: CostsOptions, undo: UndoStack): Promise<Omit<Report, 'served'>> {
  const { dataDir, url } = await ownDatabase(undo, PRODUCTION_SETTINGS);
  const origin: Origin = await originHere(url);
  options.say(`booking ${BOOKINGS_BEFORE} visits for a start`);
  const base = await makeBase(dataDir, url, BOOKINGS_BEFORE);
  const { foreignKeys, indexes } = await withClient(url, partsOf);
  const variants = variantsOf(foreignKeys, indexes);
  // Nobody may be connected to a database while it is copied.
  const admin = Object.assign(new URL(url), { pathname: 'postgres' }).href;
  return withClient(admin, async (client) => {
    await client.query('create extension pg_walinspect');
    const measured = await measureAll(client, base, variants, options);
    const read = new Set(measured.flatMap((found) => found.get(AS_IT_IS) ?? []).flatMap((one) => one.read));
    return {
      ...origin,
      settings: PRODUCTION_SETTINGS,
      rounds: measured.length,
      tickMs: 1_000 / TICKS_PER_SECOND,
      salons: base.salons.length,
      bookingsBefore: base.bookings,
      variants,
      alsoRead: indexes.map(({ name }) => name).filter((name) => read.has(name)),
      ways: waysOf(variants, measured),
    };
  });
}

/** Round by round, what came out for each variant. */
type Measured = readonly ReadonlyMap<Variant, readonly Round[]>[];

async function measureAll(
  admin: pg.ClientBase,
  base: BaseDatabase,
  variants: readonly Variant[],
  { rounds, say }: CostsOptions,
): Promise<Measured> {
  const measured: Map<Variant, Round[]>[] = [];
  const began = performance.now();
  await round(admin, base, AS_IT_IS); // the first one warms the server up
  for (let done = 0; done < rounds; done++) {
    const elapsed = performance.now() - began;
    if (done > 0 && elapsed * (1 + 1 / done) > LONGEST) {
      say(`time is up after ${done} of ${rounds} rounds`);
      break;
    }
    const found = new Map<Variant, Round[]>(variants.map((variant) => [variant, []]));
    const turns = inTurn(interleaved(variants), done);
    for (const [at, variant] of turns.entries()) {
      const one = await round(admin, base, variant);
      found.get(variant)?.push(one);
      const cpu = WAYS.map((way) => `${way.name} ${one.figures.get(way)?.cpuMicros.toFixed(0)} µs`).join(', ');
      say(`round ${done + 1}, ${at + 1}/${turns.length} ${variant.name}: ${cpu}`);
    }
    measured.push(found);
  }
  return measured;
}

function waysOf(variants: readonly Variant[], measured: Measured): Report['ways'] {
  return WAYS.map((way) => {
    const of = (variant: Variant) =>
      measured.map((found) => middle((found.get(variant) ?? []).flatMap(({ figures }) => figures.get(way) ?? [])));
    const { name, words, bookings } = way;
    const base = of(AS_IT_IS);
    const costs = variants.map((variant) => {
      const rounds = of(variant);
      return { name: variant.name, cost: compare(rounds, base), rounds };
    });
    return { name, words, bookings, variants: costs };
  });
}

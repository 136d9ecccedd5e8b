import { join } from 'node:path';
import { withClient } from '@salon/db/embedded/with-client';
import { type SalonDatabase, startSalonDatabase } from '../../proof/stack/salon-database.ts';
import type { UndoStack } from '../../proof/stack/undo-stack.ts';
import { someSalons } from '../growth/visits.ts';
import { type BaseState, keepBaseState } from '../limit/base-state.ts';
import { bookableSalons, writeRequests } from '../limit/requests.ts';
import { measure, type Round } from '../limit/round.ts';
import { type Server, serve } from '../limit/scene.ts';
import type { Way } from '../limit/ways.ts';
import { runWrk } from '../limit/wrk.ts';
import { fill, withDatabase } from './base-database.ts';
import { type Comparison, compare } from './result.ts';
import type { Setup } from './setups.ts';
import { inTurn } from './turns.ts';

const SALONS = 200;
/** People who book one visit after the other without a pause. */
const PEOPLE = 1000;
const SECONDS = 2;
/** No setup makes as many bookings a second. */
const MOST_A_SECOND = 7_000;
const BOOKINGS_BEFORE = 4_000;
/** Visits of the beginning lie beyond all that the people ask for, in milliseconds. */
const FAR_AHEAD = 200 * 86_400_000;
/** Room for all setups at once, each with its pools. */
const SETTINGS = { max_connections: '500' };
/** What a setup came to: bookings a second, p95 in milliseconds, processor microseconds a booking. */
type ServedFigure = 'perSecond' | 'p95' | 'apiMicros' | 'postgresMicros' | 'connections' | 'memoryMiB';
type ServedFigures = { readonly [figure in ServedFigure]: number };

export type Served = {
  readonly people: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly setups: readonly {
    readonly setup: Setup;
    readonly cost: Comparison<ServedFigure>;
    readonly failed: number;
    readonly rounds: readonly ServedFigures[];
  }[];
  /** Rounds whose bookings the database did not have as they were counted. */
  readonly disagreements: readonly string[];
};

export type ServedOptions = {
  /** The first one is what the others are compared with. */
  readonly setups: readonly [Setup, ...Setup[]];
  readonly rounds: number;
  /** No round begins that would not be over by then, in milliseconds; the first one always runs. */
  readonly longest: number;
  readonly say: (line: string) => void;
};

/** Lets all setups of the API, side by side on one database, take turns at a thousand people. */
export async function measureServed(
  { setups, ...options }: ServedOptions,
  undo: UndoStack,
): Promise<Served & Pick<SalonDatabase, 'ownerUrl'>> {
  const stack = await startSalonDatabase({ salons: SALONS, settings: SETTINGS }, undo);
  const ways = await waysOf(stack, setups, undo);
  const base = await keepBaseState(stack.ownerUrl, async () => {
    const salons = await withClient(stack.ownerUrl, (client) => someSalons(client, SALONS));
    await withDatabase(stack.apiUrl, (db) => fill(db, salons, BOOKINGS_BEFORE, Date.now() + FAR_AHEAD));
  });
  for (const way of ways.values()) await measure({ stack }, base, way, SECONDS); // none begins with cold code
  const measured = await inRounds({ ...options, asItIs: setups[0], stack, base, ways });
  return { people: PEOPLE, seconds: SECONDS, ownerUrl: stack.ownerUrl, ...measured };
}

/** A setup is a way of the limit's bench, so that it is measured as those are. */
async function waysOf(stack: SalonDatabase, setups: readonly Setup[], undo: UndoStack): Promise<Map<Setup, Way>> {
  const requests = join(stack.dataDir, 'requests.ndjson');
  writeRequests(requests, await bookableSalons(stack.ownerUrl), BOOKINGS_BEFORE + 2 * SECONDS * MOST_A_SECOND);
  const ways = new Map<Setup, Way>();
  for (const [number, setup] of setups.entries()) {
    const server = await start(stack, `setup-${number}`, setup, undo);
    const { baseUrl } = server;
    ways.set(setup, {
      ...{ what: 'ours', client: 'wrk', connections: PEOPLE },
      ...{ processes: setup.processes, application: server.name, pids: server.pids },
      drive: (seconds, first) =>
        beside(setup, baseUrl, () => runWrk({ baseUrl, connections: PEOPLE, seconds, requests, first })),
    });
  }
  return ways;
}

/** Drives it while somebody does with it what goes on beside; what fails there fails the run. */
async function beside<T>(setup: Setup, baseUrl: string, drive: () => Promise<T>): Promise<T> {
  const over = new AbortController();
  const [driven] = await Promise.all([drive().finally(() => over.abort()), setup.beside?.(baseUrl, over.signal)]);
  return driven;
}

function start(stack: SalonDatabase, name: string, { processes, pool, env }: Setup, undo: UndoStack): Promise<Server> {
  const url = new URL(stack.apiUrl);
  url.searchParams.set('connection_limit', String(pool));
  return serve(stack, { name, url: url.href, processes, env }, undo);
}

type Turns = Omit<ServedOptions, 'setups'> & {
  asItIs: Setup;
  stack: SalonDatabase;
  base: BaseState;
  ways: ReadonlyMap<Setup, Way>;
};

async function inRounds({
  rounds,
  longest,
  say,
  asItIs,
  stack,
  base,
  ways,
}: Turns): Promise<Omit<Served, 'people' | 'seconds'>> {
  const found = new Map<Setup, Round[]>([...ways.keys()].map((setup) => [setup, []]));
  const disagreements: string[] = [];
  const began = performance.now();
  let done = 0;
  for (; done < rounds; done++) {
    const elapsed = performance.now() - began;
    if (done > 0 && elapsed * (1 + 1 / done) > longest) {
      say(`time is up after ${done} of ${rounds} rounds`);
      break;
    }
    for (const [setup, way] of inTurn([...ways], done)) {
      const one = await measure({ stack }, base, way, SECONDS);
      found.get(setup)?.push(one);
      say(`round ${done + 1}, ${setup.name}: ${one.perSecond.toFixed(0)}/s`);
      if (!one.agrees) disagreements.push(`DOES NOT AGREE: ${setup.name} counted ${one.booked}, rows ${one.rows}.`);
    }
  }
  const figuresOf = (setup: Setup) => (found.get(setup) ?? []).map(figures);
  const setups = [...found].map(([setup, all]) => ({
    setup,
    cost: compare(figuresOf(setup), figuresOf(asItIs)),
    failed: all.reduce((sum, { failed }) => sum + failed, 0),
    rounds: figuresOf(setup),
  }));
  return { rounds: done, setups, disagreements };
}

/** By rows: also who was not counted any more has used the processor. */
function figures({ perSecond, p95, cpu, rows, booked, connections, memory }: Round): ServedFigures {
  const micros = (seconds: number) => (seconds * 1e6) / Math.max(1, rows, booked);
  return {
    ...{ perSecond, p95, connections, memoryMiB: memory },
    ...{ apiMicros: micros(cpu.api), postgresMicros: micros(cpu.postgres) },
  };
}

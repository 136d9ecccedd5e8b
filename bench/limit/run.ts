import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withClient } from '@salon/db/embedded/with-client';
import type { K6 } from '../../proof/load/find-k6.ts';
import { versionOf } from '../../proof/load/run-k6.ts';
import { originHere } from '../../proof/measuring/origin.ts';
import type { UndoStack } from '../../proof/stack/undo-stack.ts';
import { type BaseState, keepBaseState } from './base-state.ts';
import { storeCalls } from './captured-calls.ts';
import { lightLoad } from './light.ts';
import { requirePgbench, runPgbench, SETTLE_SECONDS } from './pgbench.ts';
import { nameOf, type Report } from './report.ts';
import { bookableSalons, writeRequests } from './requests.ts';
import { goals, summarise } from './result.ts';
import { measure, type Round } from './round.ts';
import { roundTrips } from './round-trips.ts';
import { alternated } from './rounds.ts';
import { type Scene, setScene } from './scene.ts';
import { allWays, type Clients, type Way } from './ways.ts';
import { roundTripMillis } from './wire.ts';
import { requireWrk } from './wrk.ts';

export type LimitOptions = {
  readonly rounds: number;
  readonly seconds: number;
  readonly lightSeconds: number;
  /** What is compared; everything, unless some are named. */
  readonly only: readonly string[];
  readonly k6: K6;
  /** A folder inside the checkout for what the clients read. */
  readonly results: string;
  readonly say: (line: string) => void;
};

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** No way here writes as many bookings a second; were one to, its rows would not agree with its count. */
const MOST_A_SECOND = 7_000;
const BASE = 10_000;
const FILL_STEP = 50;
const LOOK_UP_CLIENTS = 16;
const WARM_UP_SECONDS = 2;
const LOOK_UP_SECONDS = 2;

/** Starts everything, measures all ways in turn, and says what came out. `undo` gets what stops it again. */
export async function runLimit(options: LimitOptions, undo: UndoStack): Promise<Report> {
  const { rounds, seconds, say } = options;
  say('starting the database, the API and what it is compared with');
  const scene = await setScene(undo);
  const { ownerUrl, apiUrl, dataDir } = scene.stack;
  mkdirSync(options.results, { recursive: true });
  const requests = join(options.results, 'requests.ndjson');
  const count = BASE + (Math.max(seconds, WARM_UP_SECONDS) + SETTLE_SECONDS) * MOST_A_SECOND;
  const bodies = writeRequests(requests, await bookableSalons(ownerUrl), count);
  say(`having the API decide on ${count} bookings, to send them again by pgbench`);
  const clients: Clients = { k6: options.k6, requests, sql: await storeCalls(ownerUrl, apiUrl, bodies) };
  const base = await keepBaseState(ownerUrl, () => fill(scene, clients.sql));
  if (base.bookings !== BASE) throw new Error(`Of ${BASE} stored calls ${base.bookings} became bookings.`);

  const { only } = options;
  const ways = allWays(scene, clients).filter(({ what }) => only.length === 0 || only.includes(what));
  say('warming up, and counting round trips');
  for (const way of oneOfEachServer(ways)) await measure(scene, base, way, WARM_UP_SECONDS);
  const trips = await countTrips(scene, base, ways);
  const wire = await realDelays(scene, ways);
  const lookUpMicros = await lookUp(apiUrl, dataDir);

  const measured = new Map<Way, Round[]>(ways.map((way) => [way, []]));
  const disagreements: string[] = [];
  for (const [index, way] of alternated(ways, rounds).entries()) {
    const round = await measure(scene, base, way, seconds);
    measured.get(way)?.push(round);
    say(`${index + 1}/${ways.length * rounds} ${nameOf(way)}: ${round.perSecond.toFixed(0)}/s`);
    if (!round.agrees)
      disagreements.push(`DOES NOT AGREE: ${nameOf(way)} counted ${round.booked}, rows ${round.rows}.`);
  }
  say('a hundred bookings a second');
  const light = await lightLoad(scene, base, clients, options.lightSeconds);
  const results = [...measured].map(([way, all]) => summarise(way, all, trips(way)));
  return {
    ...(await originHere(ownerUrl, toolVersions(options.k6))),
    ...{ rounds, seconds, bookingsAtStart: base.bookings, statement: clients.sql, lookUpMicros, wire },
    ...{ ways: results, light, goals: goals(results, light), disagreements },
  };
}

/** The first of the stored calls, each sent once; few at a time, as each keeps its locks until the end. */
async function fill(scene: Scene, sql: string): Promise<void> {
  await withClient(scene.stack.apiUrl, async (client) => {
    for (let from = 0; from < BASE; from += FILL_STEP) {
      await client.query(sql.replace('c.n = :n', `c.n >= ${from} and c.n < ${from + FILL_STEP}`));
    }
  });
}

/** The first way of each server, so that none begins with cold code. */
function oneOfEachServer(ways: readonly Way[]): Way[] {
  const seen = new Set(['limit']);
  return ways.filter(({ application }) => !seen.has(application) && seen.add(application));
}

/** Counted without delay and by wrk or pgbench; other ways to the same servers take as many. */
async function countTrips(
  scene: Scene,
  base: BaseState,
  ways: readonly Way[],
): Promise<(way: Way) => number | undefined> {
  // Ours alone may send several waiting bookings at once, so that it matters how many wait.
  const kind = ({ what, connections, processes }: Way) =>
    what === 'ours' ? `${what} ${connections} ${processes}` : what;
  const counted = new Map<string, number>();
  for (const way of ways) {
    if (way.what === 'bare' || way.delay !== undefined || counted.has(kind(way))) continue;
    counted.set(kind(way), await roundTrips(scene, base, way));
  }
  return (way) => counted.get(kind(way));
}

async function realDelays({ wire, wiredUrl }: Scene, ways: readonly Way[]): Promise<Report['wire']> {
  const found: Report['wire'][number][] = [];
  for (const delay of new Set(ways.flatMap((way) => way.delay ?? []))) {
    await wire.delay(delay);
    found.push({ delay, roundTripMs: await roundTripMillis(wiredUrl) });
  }
  return found;
}

/** What it costs pgbench to fetch a stored call instead of having it at hand, in microseconds. */
async function lookUp(url: string, folder: string): Promise<number> {
  const run = { url, folder, first: 0, clients: LOOK_UP_CLIENTS, seconds: LOOK_UP_SECONDS, name: 'look-up' };
  const without = await runPgbench({ ...run, sql: 'select :n;' });
  const sql = 'select c.v1 from bench_call c where c.n = :n % 1000;';
  const cost = (figures: typeof without) => figures.seconds / figures.booked;
  return Math.max(0, cost(await runPgbench({ ...run, sql })) - cost(without)) * 1e6;
}

/** The version a program gives itself, whatever it ends with (wrk calls telling it a failure). */
const said = (program: string, argument: string) =>
  /\d+\.[\d.]+/.exec(spawnSync(program, [argument], { encoding: 'utf8' }).stdout)?.[0] ?? '';

function toolVersions(k6: K6): Record<string, string> {
  return { pgbench: said(requirePgbench(), '--version'), wrk: said(requireWrk(), '-v'), k6: versionOf(k6, ROOT) };
}

import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { quantile } from '../../proof/measuring/spread.ts';
import { onPath } from '../../proof/tools/on-path.ts';
import type { ClientFigures } from './figures.ts';

export type PgbenchRun = {
  readonly url: string;
  /** What each transaction sends; `:n` counts up from `first`, and no two clients share a number. */
  readonly sql: string;
  readonly first: number;
  readonly clients: number;
  readonly seconds: number;
  /** A folder for its script and its log, which are removed again. */
  readonly folder: string;
  readonly name: string;
};

/** New connections compile what an API's connections did long ago: so many seconds do not count. */
export const SETTLE_SECONDS = 2;

/** Throws StartError, with the package to install, where pgbench is missing. */
export function requirePgbench(): string {
  const pgbench = onPath('pgbench');
  if (pgbench !== undefined) return pgbench;
  throw new StartError('pgbench is needed to find the limit: install the Debian package postgresql-contrib.');
}

/** Sends one statement after the other over so many connections, prepared. */
export async function runPgbench(run: PgbenchRun): Promise<ClientFigures> {
  const { clients, seconds, first } = run;
  const folder = mkdtempSync(join(run.folder, 'pgbench-'));
  try {
    const script = join(folder, 'script.sql');
    writeFileSync(script, `\\set i :i + 1\n\\set n :first + :i * :clients + :client_id\n${run.sql}\n`);
    const { hostname, port, username, password, pathname } = new URL(run.url);
    const { stdout } = await promisify(execFile)(
      requirePgbench(),
      [
        ...['-n', '-M', 'prepared', '-f', script, '-T', String(seconds + SETTLE_SECONDS)],
        ...['-c', String(clients), '-j', String(Math.min(cpus().length, clients))],
        ...['-D', 'i=-1', '-D', `first=${first}`, '-D', `clients=${clients}`],
        ...['--log', '--log-prefix', join(folder, 'log')],
        ...['-h', hostname, '-p', port, '-U', username, pathname.slice(1)],
      ],
      { env: { ...process.env, PGPASSWORD: decodeURIComponent(password), PGAPPNAME: run.name } },
    );
    const logs = readdirSync(folder).filter((name) => name.startsWith('log'));
    return pgbenchFigures(stdout, logs.map((name) => readFileSync(join(folder, name), 'utf8')).join(''));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * From what pgbench prints and from its log (third column: microseconds; fifth and sixth: when it ended). Bookings are
 * all there were; times and the rate, as the seconds that all would have taken, are of those after it had settled.
 */
export function pgbenchFigures(printed: string, log: string): ClientFigures {
  const number = (pattern: RegExp) => Number(pattern.exec(printed)?.[1] ?? 0);
  const booked = number(/transactions actually processed: (\d+)/);
  const all = log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' ').map(Number))
    .map(([, , micros = 0, , second = 0, fraction = 0]) => ({ millis: micros / 1000, at: second + fraction / 1e6 }))
    .toSorted((a, b) => a.at - b.at);
  const from = (all[0]?.at ?? 0) + SETTLE_SECONDS;
  const settled = all.filter(({ at }) => at > from);
  const rate = settled.length / ((settled.at(-1)?.at ?? 0) - from);
  const millis = settled.map((one) => one.millis).toSorted((a, b) => a - b);
  return {
    booked,
    failed: number(/failed transactions: (\d+)/),
    seconds: rate > 0 ? booked / rate : SETTLE_SECONDS,
    p50: quantile(millis, 0.5),
    p95: quantile(millis, 0.95),
    p99: quantile(millis, 0.99),
  };
}

import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { StartError } from '@salon/db/embedded/start-error';
import { onPath } from '../../proof/tools/on-path.ts';
import type { ClientFigures } from './figures.ts';

const SCRIPT = fileURLToPath(new URL('book.lua', import.meta.url));

export type ClientRun = {
  /** `http://127.0.0.1:PORT` */
  readonly baseUrl: string;
  readonly connections: number;
  readonly seconds: number;
  /** One body a line, and the number of the one to begin with. */
  readonly requests: string;
  readonly first: number;
};

/** Throws StartError, with the package to install, where wrk is missing. */
export function requireWrk(): string {
  const wrk = onPath('wrk');
  if (wrk !== undefined) return wrk;
  throw new StartError('wrk is needed to send bookings: install the Debian package wrk.');
}

/** Sends bookings over so many connections, each the next as soon as it has its answer. */
export async function runWrk({ baseUrl, connections, seconds, requests, first }: ClientRun): Promise<ClientFigures> {
  const threads = Math.min(cpus().length, connections);
  const { stdout } = await promisify(execFile)(requireWrk(), [
    ...['-t', String(threads), '-c', String(connections), '-d', `${seconds}s`, '--timeout', '10s', '-s', SCRIPT],
    ...[`${baseUrl}/api/bookings/public`, '--', requests, String(first), String(threads)],
  ]);
  return wrkFigures(stdout);
}

/** Reads the line that book.lua prints at the end. */
export function wrkFigures(printed: string): ClientFigures {
  const said = JSON.parse(printed.trim().split('\n').at(-1) ?? '') as Record<string, number>;
  const { completed = 0, refused = 0, broken = 0, micros = 0, p50 = 0, p95 = 0, p99 = 0 } = said;
  const ms = (value: number) => value / 1000;
  return {
    booked: completed - refused,
    failed: refused + broken,
    seconds: micros / 1e6,
    p50: ms(p50),
    p95: ms(p95),
    p99: ms(p99),
  };
}

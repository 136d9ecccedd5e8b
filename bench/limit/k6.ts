import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { K6 } from '../../proof/load/find-k6.ts';
import type { ClientFigures } from './figures.ts';
import type { ClientRun } from './wrk.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SCRIPT = fileURLToPath(new URL('closed-loop.js', import.meta.url));

/** As runWrk, by k6: a user per connection. With `rate`, so many bookings a second instead of as many as possible. */
export async function runK6(k6: K6, run: ClientRun & { readonly rate?: number }): Promise<ClientFigures> {
  const env: Record<string, string> = {
    BASE_URL: run.baseUrl,
    FILE: run.requests,
    FIRST: String(run.first),
    SECONDS: String(run.seconds),
    VUS: String(run.connections),
    ...(run.rate === undefined ? {} : { RATE: String(run.rate) }),
  };
  const given = Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
  const { stdout } = await promisify(execFile)(
    k6.program,
    [...k6.before(ROOT, []), 'run', '--quiet', '--no-usage-report', '--address', '', ...given, SCRIPT],
    { cwd: ROOT },
  );
  return JSON.parse(stdout) as ClientFigures;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freePort } from '@salon/db/embedded/free-port';
import { workerUrlOf } from '@salon/db/embedded/worker-role';
import { originHere, originInWords } from '../proof/measuring/origin.ts';
import { quantile, type Spread, spread } from '../proof/measuring/spread.ts';
import { table } from '../proof/measuring/table.ts';
import { startApis } from '../proof/stack/product.ts';
import { startSalonDatabase } from '../proof/stack/salon-database.ts';
import { thenUndo } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';
import { startProgram } from '../scripts/start/program.ts';
import { steadily } from './growth/steady-load.ts';
import { bookableSalons, requestBody, requestKey } from './limit/requests.ts';
import { forgetBacklog, leaveEvents, progressOf, showEvents } from './mail-drain/backlog.ts';
import { postJson } from './mail-drain/post-json.ts';

/**
 * Whether customers notice that mail is being caught up: bookings at a steady rate, by turns with nothing waiting and with
 * ten thousand events for the worker to drain. The goal is a p95 at most doubled.
 *
 *   npm run bench -- mail-drain [--rounds 5] [--seconds 15] [--per-second 15] [--events 10000]
 */
const RESULTS = fileURLToPath(new URL('results', import.meta.url));
const SALONS = 200;
const WARM_UP_SECONDS = 5;
const SECRET = 'of-the-bench-alone-and-worth-nothing-elsewhere';

type Way = 'quiet' | 'draining';
type Round = {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly failed: number;
  readonly mailsPerSecond: number;
};

await entry(async () => {
  const { rounds, seconds, perSecond, events } = settings();
  await thenUndo(async (undo) => {
    const { ownerUrl, apiUrl, dataDir } = await startSalonDatabase({ salons: SALONS }, undo);
    const port = await freePort();
    const api = await startApis({ port, apis: 1, dataDir, apiUrl, ownerUrl, env: {} });
    undo.add(api.stop);
    const worker = startProgram({
      script: fileURLToPath(new URL('../apps/worker/src/main.ts', import.meta.url)),
      env: {
        ...{ PATH: process.env.PATH, APP_SECRET: SECRET, LOG_LEVEL: 'warn' },
        DATABASE_URL: await workerUrlOf(dataDir, ownerUrl),
      },
      log: join(dataDir, 'logs', 'worker.log'),
    });
    undo.add(() => worker.stop(false));

    const salons = await bookableSalons(ownerUrl);
    const agent = new Agent({ keepAlive: true, maxSockets: 256 });
    undo.add(() => agent.destroy());
    const firstDay = Date.now() + 2 * 86_400_000;
    let number = 0;
    const book = async () => {
      const n = number++;
      const status = await postJson(
        agent,
        port,
        '/api/bookings/public',
        requestKey(n),
        requestBody(salons, firstDay, n),
      );
      if (status !== 201) throw new Error(`answered ${status}`);
    };

    async function round(way: Way, length = seconds): Promise<Round> {
      await leaveEvents(ownerUrl, events);
      if (way === 'draining') await showEvents(ownerUrl);
      const before = await progressOf(ownerUrl);
      const { ms, failed } = await steadily(perSecond, book, rest(length * 1_000));
      const after = await progressOf(ownerUrl);
      await forgetBacklog(ownerUrl);
      const sorted = ms.toSorted((a, b) => a - b);
      const [p50 = 0, p95 = 0, p99 = 0] = [0.5, 0.95, 0.99].map((share) => quantile(sorted, share));
      if (way === 'quiet' && after.waiting > 2 * perSecond) {
        throw new Error('The worker did not keep up with the bookings themselves: book fewer a second.');
      }
      if (after.sent === before.sent) throw new Error('The worker sent nothing: what was measured is something else.');
      return { p50, p95, p99, failed, mailsPerSecond: (after.sent - before.sent) / length };
    }

    await round('draining', WARM_UP_SECONDS);
    const measured: Record<Way, Round[]> = { quiet: [], draining: [] };
    for (let turn = 0; turn < rounds; turn++) {
      const ways: Way[] = turn % 2 === 0 ? ['quiet', 'draining'] : ['draining', 'quiet'];
      for (const way of ways) measured[way].push(await round(way));
    }

    const origin = await originHere(ownerUrl);
    const p95 = { quiet: of(measured.quiet, 'p95'), draining: of(measured.draining, 'p95') };
    const ratio = p95.draining.median / p95.quiet.median;
    mkdirSync(RESULTS, { recursive: true });
    const report = { ...origin, rounds, seconds, perSecond, events, ratio, measured };
    writeFileSync(join(RESULTS, 'mail-drain.json'), `${JSON.stringify(report, null, 2)}\n`);
    console.log(`${originInWords(origin)}; ${rounds} rounds of ${seconds} s, ${perSecond} bookings/s, medians (range)`);
    const lines = (['quiet', 'draining'] as const).map((way) => [
      way,
      ...(['p50', 'p95', 'p99'] as const).map((share) => inWords(of(measured[way], share))),
      inWords(of(measured[way], 'mailsPerSecond')),
      String(measured[way].reduce((sum, one) => sum + one.failed, 0)),
    ]);
    for (const line of table([['', 'p50 ms', 'p95 ms', 'p99 ms', 'mails/s', 'failed'], ...lines])) console.log(line);
    console.log(`p95 while draining is ${ratio.toFixed(2)} × that without (goal: at most 2).`);
  });
});

function of(rounds: readonly Round[], figure: keyof Round): Spread {
  return spread(rounds.map((one) => one[figure]));
}
function inWords({ median, min, max }: Spread): string {
  return `${median.toFixed(1)} (${min.toFixed(1)}–${max.toFixed(1)})`;
}

function settings() {
  const number = (name: string, text: string) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} expects a whole number from 1.`);
    return value;
  };
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '15' },
      'per-second': { type: 'string', default: '15' },
      events: { type: 'string', default: '10000' },
    },
  });
  return {
    rounds: number('rounds', values.rounds),
    seconds: number('seconds', values.seconds),
    perSecond: number('per-second', values['per-second']),
    events: number('events', values.events),
  };
}

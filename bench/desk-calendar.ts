import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { buildApp } from '@salon/api/app';
import { parseConfig } from '@salon/api/config';
import { deskOf } from '@salon/api/test/desk-caller';
import { signIn } from '@salon/api/test/signed-in';
import { SECRET, type TestApi } from '@salon/api/test/test-api';
import { deploy } from '@salon/db/migrate/migrator';
import { openDatabase } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { originHere, originInWords } from '../proof/measuring/origin.ts';
import { quantile } from '../proof/measuring/spread.ts';
import { ownDatabase } from '../proof/stack/own-database.ts';
import { thenUndo, type UndoStack } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';
import { FROM, fullSalon, STAFF, VISITS_A_DAY } from './desk-calendar/full-salon.ts';
import { choicesFor } from './desk-calendar/ill-choices.ts';
import { thinOut } from './desk-calendar/thin-out.ts';

/**
 * How long the desk's calendar of a large salon takes over HTTP from the request to the last byte of its answer: twenty
 * people with sixty visits each a day, among four months of such days. One request after the other. And then what could
 * become of the visits of one of them, who has twelve a day and is ill, for a day, a week and for as many as are dealt with
 * at once, how long it takes to do it, and to take it back: as nobody else is free, other times are looked for for each.
 *
 *   npm run bench -- desk-calendar [--ill]      (--ill: that alone)
 */
const ROUNDS = 60;
const WARM_UP = 15;
const CLIENT = join(import.meta.dirname, 'desk-calendar/client.ts');
const run = promisify(execFile);
const RESULTS = join(import.meta.dirname, 'results');
const VIEWS = [
  { name: 'day', path: `calendar?from=${FROM}&days=1` },
  { name: 'week', path: `calendar?from=${FROM}&days=7` },
  { name: 'month', path: `month?from=${FROM}&days=31` },
  { name: 'gaps', path: `gaps?date=2026-11-24` },
];
const ILL = [
  { name: 'ill for a day', to: FROM },
  { name: 'ill for a week', to: '2026-11-29' },
  { name: 'ill for sixteen days', to: '2026-12-08' },
];
const ILL_ROUNDS = 20;
const CHANGE_ROUNDS = 10;

await entry(() => thenUndo(measure));

async function measure(undo: UndoStack): Promise<void> {
  const server = await ownDatabase(undo);
  await deploy(server.url);
  const salon = await fullSalon(server.url, 12, 4);
  const db = openDatabase(server.url, 'bench');
  undo.add(() => db.pool.end());
  const config = parseConfig({
    DATABASE_URL: server.url,
    APP_SECRET: SECRET,
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'silent',
    WEB_DIR: import.meta.dirname,
  });
  const app = await buildApp(config, { db, clock: () => Date.parse(`${FROM}T07:00:00Z`) });
  undo.add(() => app.close());
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  const owner = await signIn({ app, prisma: prismaOn(db.pool) } as TestApi, salon, 'owner');

  const measured: Record<string, object> = {};
  const lines: string[] = [];
  const { values } = parseArgs({ options: { ill: { type: 'boolean', default: false } } });
  if (!values.ill) for (const { name, path } of VIEWS) await time(name, path, ROUNDS, WARM_UP);
  const ill = Object.values(salon.staff)[0] ?? '';
  await thinOut(server.url, salon, ill);
  for (const { name, to } of ILL) await time(name, `ill?staffId=${ill}&from=${FROM}&to=${to}`, ILL_ROUNDS, 3);
  const desk = deskOf(owner, salon);
  for (const { name, to } of ILL) await timeChange(name, to);

  async function timeChange(name: string, to: string): Promise<void> {
    const days = { staffId: ill, from: FROM, to };
    const [done, undone]: number[][] = [[], []];
    for (let round = -1; round < CHANGE_ROUNDS; round++) {
      const { body } = await desk.get(`ill?${new URLSearchParams(days)}`);
      const choices = choicesFor(body.visits);
      const [made, doneIn] = await timed(() => desk.send('POST', 'ill', { ...days, choices, notify: false }));
      if (made.status !== 200) throw new Error(`${name}: ${made.text}`);
      const [back, undoneIn] = await timed(() => desk.undo(made.body.change.id));
      if (back.status !== 200) throw new Error(`${name}, taken back: ${back.text}`);
      if (round < 0) continue;
      done?.push(doneIn);
      undone?.push(undoneIn);
    }
    tell(`${name}, done`, done ?? []);
    tell(`${name}, taken back`, undone ?? []);
  }

  async function time(name: string, path: string, rounds: number, warmUp: number): Promise<void> {
    const url = `${base}/api/desk/${salon.id}/${path}`;
    const { stdout } = await run(process.execPath, [CLIENT, url, owner.cookie, String(warmUp), String(rounds)]);
    const { status, bytes, times } = JSON.parse(stdout) as { status: number; bytes: number; times: number[] };
    if (status !== 200) throw new Error(`${name} answers ${status}`);
    tell(name, times, bytes);
  }

  function tell(name: string, times: number[], bytes?: number): void {
    times.sort((a, b) => a - b);
    const figures = { median: quantile(times, 0.5), p95: quantile(times, 0.95), min: times[0] ?? 0, bytes };
    measured[name] = figures;
    const size = bytes === undefined ? '' : `, ${Math.round(bytes / 1024)} kB`;
    const ms = (value: number) => `${value.toFixed(1)} ms`;
    lines.push(`${name}: median ${ms(figures.median)}, p95 ${ms(figures.p95)}, best ${ms(figures.min)}${size}`);
  }
  const origin = await originHere(server.url);
  const head = `${STAFF} people, ${VISITS_A_DAY} visits each a day, 17 weeks; ${ROUNDS} requests each`;
  const text = [originInWords(origin), head, ...lines].join('\n');
  console.log(text);
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'desk-calendar.txt'), `${text}\n`);
  writeFileSync(
    join(RESULTS, 'desk-calendar.json'),
    `${JSON.stringify({ ...origin, rounds: ROUNDS, measured }, null, 2)}\n`,
  );
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  return [await work(), performance.now() - began];
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from '@salon/api/app';
import { parseConfig } from '@salon/api/config';
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
import { thinOut } from './desk-calendar/thin-out.ts';

/**
 * How long the desk's calendar of a large salon takes from the request to the last byte of its answer, inside one process:
 * twenty people with sixty visits each a day, among four months of such days. One request after the other. And then what
 * could become of the visits of one of them, who has twelve a day and is ill, for a week and for as many as are dealt with
 * at once: as nobody else is free, other times are looked for for each.
 *
 *   npm run bench -- desk-calendar
 */
const ROUNDS = 60;
const WARM_UP = 15;
const RESULTS = join(import.meta.dirname, 'results');
const VIEWS = [
  { name: 'day', path: `calendar?from=${FROM}&days=1` },
  { name: 'week', path: `calendar?from=${FROM}&days=7` },
  { name: 'month', path: `month?from=${FROM}&days=31` },
  { name: 'gaps', path: `gaps?date=2026-11-24` },
];
const ILL = [
  { name: 'ill for a week', to: '2026-11-29' },
  { name: 'ill for sixteen days', to: '2026-12-08' },
];
const ILL_ROUNDS = 20;

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
  const owner = await signIn({ app, prisma: prismaOn(db.pool) } as TestApi, salon, 'owner');

  const measured: Record<string, object> = {};
  const lines: string[] = [];
  for (const { name, path } of VIEWS) await time(name, path, ROUNDS, WARM_UP);
  const ill = Object.values(salon.staff)[0] ?? '';
  await thinOut(server.url, salon, ill);
  for (const { name, to } of ILL) await time(name, `ill?staffId=${ill}&from=${FROM}&to=${to}`, ILL_ROUNDS, 3);

  async function time(name: string, path: string, rounds: number, warmUp: number): Promise<void> {
    const url = `/api/desk/${salon.id}/${path}`;
    const times: number[] = [];
    let bytes = 0;
    for (let round = -warmUp; round < rounds; round++) {
      const began = performance.now();
      const { statusCode, rawPayload } = await app.inject({ url, headers: { cookie: owner.cookie } });
      if (statusCode !== 200) throw new Error(`${name} answers ${statusCode}`);
      if (round >= 0) times.push(performance.now() - began);
      bytes = rawPayload.length;
    }
    times.sort((a, b) => a - b);
    const figures = { median: quantile(times, 0.5), p95: quantile(times, 0.95), min: times[0] ?? 0, bytes };
    measured[name] = figures;
    lines.push(
      `${name}: median ${figures.median.toFixed(1)} ms, p95 ${figures.p95.toFixed(1)} ms, best ${figures.min.toFixed(1)} ms, ${Math.round(bytes / 1024)} kB`,
    );
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

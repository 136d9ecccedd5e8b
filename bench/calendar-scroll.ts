import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { StartError } from '@salon/db/embedded/start-error';
import { DESK, launch, visitor } from '../e2e/browser/browser.ts';
import { findBrowser } from '../e2e/browser/find-browser.ts';
import { originHere } from '../proof/measuring/origin.ts';
import { table } from '../proof/measuring/table.ts';
import { entry } from '../scripts/entry.ts';
import { buildWeb } from '../scripts/start/web.ts';
import { serveDesk } from './calendar-scroll/desk-server.ts';
import { fullDay, STAFF, VISITS } from './calendar-scroll/full-day.ts';
import { type Figures, measureCalendar } from './calendar-scroll/measure.ts';
import { toldBy } from './calendar-scroll/told.ts';

/**
 * Whether the calendar stays smooth on a day as full as can be: scrolled both ways, with a visit dragged across it, and with
 * one more visit coming in. The built page in a headless Chromium without a graphics card, with answers of our own.
 *
 *   npm run bench -- calendar-scroll
 *
 * Fails when a task takes more than 50 ms of its own time while it is scrolled; what else runs on the machine is not in
 * that. Longest tasks as the clock saw them stand beside it, 0 where none took 50 ms. Leaves the browser's trace beside the figures.
 */
const ROOT = join(import.meta.dirname, '..');
const RESULTS = join(import.meta.dirname, 'results');
const DATE = '2027-02-03';
const MOST_MS = 50;
/** A tablet is about so much slower. */
const SLOWDOWNS = [1, 4];

await entry(async () => {
  await buildWeb(ROOT);
  const origin = await originHere();
  const load = loadavg()[0] ?? 0;
  const book = fullDay(DATE);
  const server = await serveDesk(toldBy(() => book, book.staff));
  const browser = await launch(await findBrowser());
  const measured: Record<string, Figures> = {};
  mkdirSync(RESULTS, { recursive: true });
  try {
    for (const slowdown of SLOWDOWNS) {
      const { context, page } = await visitor(browser, { viewport: DESK });
      const subject = { page, slowdown, url: `${server.url}/desk/elbe/calendar?view=day&date=${DATE}` };
      const { figures, trace } = await measureCalendar(subject, book, server);
      measured[nameOf(slowdown)] = figures;
      if (slowdown === 1) writeFileSync(join(RESULTS, 'calendar-scroll.trace.json'), JSON.stringify(trace));
      await context.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
  const versions = { ...origin.versions, chromium: browser.version() };
  const result = { ...origin, versions, load, columns: STAFF, visits: STAFF * VISITS, mostMs: MOST_MS, measured };
  writeFileSync(join(RESULTS, 'calendar-scroll.json'), `${JSON.stringify(result, null, 2)}\n`);
  console.log([`${STAFF} columns, ${STAFF * VISITS} visits`, ...table(rowsOf(measured))].join('\n'));
  const longest = measured[nameOf(1)]?.longestOwnMs ?? 0;
  if (longest > MOST_MS) throw new StartError(`A task took ${longest} ms of its own while it was scrolled.`);
});

function nameOf(slowdown: number): string {
  return slowdown === 1 ? 'as it is' : `${slowdown} times slower`;
}

function rowsOf(measured: Readonly<Record<string, Figures>>): string[][] {
  const head = [
    'CPU',
    'drawn in',
    'scrolled down',
    'across',
    'dragged',
    'one more',
    'longest task scrolling',
    'of its own time',
  ];
  const rows = Object.entries(measured).map(([name, { mountMs, scrollY, scrollX, longestOwnMs, drag, addMs }]) => [
    ...[name, `${mountMs} ms`, `${scrollY.fps} fps`, `${scrollX.fps} fps`, `${drag.fps} fps`, `${addMs} ms`],
    ...[`${Math.max(scrollY.longestTaskMs, scrollX.longestTaskMs)} ms`, `${longestOwnMs} ms`],
  ]);
  return [head, ...rows];
}

import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { localDate } from '@salon/domain/time/wall-clock';
import type { Page } from 'playwright-core';
import { addDays } from '../apps/web/src/lib/dates.ts';
import { DESK, launch, visitor } from '../e2e/browser/browser.ts';
import { findBrowser } from '../e2e/browser/find-browser.ts';
import { type DeskMember, openMember, signIn } from '../e2e/product/desk-login.ts';
import { startProduct } from '../e2e/product/product.ts';
import { openBook, openSalon } from '../e2e/product/story-salon.ts';
import { originHere, originInWords } from '../proof/measuring/origin.ts';
import { quantile } from '../proof/measuring/spread.ts';
import { thenUndo, type UndoStack } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';
import { watch } from './live-delay/watcher.ts';

/**
 * How long after somebody was told that she is booked online the visit stands in the calendars that are open: twenty that
 * listen and read as the desk does, and one in a browser, until the visit is drawn. The product as `npm start` runs it, its
 * clients on the same machine. One booking after the other, each when all have seen the one before.
 *
 *   npm run bench -- live-delay
 */
const WATCHERS = 20;
const BOOKINGS = 100;
const WARM_UP = 5;
const RESULTS = join(import.meta.dirname, 'results');
const OPENS = 7 * 60;
const STEP = 30;
const A_DAY = 28;

await entry(() => thenUndo(measure));

async function measure(undo: UndoStack): Promise<void> {
  const product = await startProduct(undo);
  const { baseUrl, ownerUrl } = product;
  const book = openBook(ownerUrl);
  undo.add(() => book.end());
  const salon = await openSalon(book, { staff: 5 });
  const date = addDays(localDate('Europe/Berlin', Date.now()), 1);
  const browser = await launch(await findBrowser());
  undo.add(() => browser.close());
  const { page } = await visitor(browser, { viewport: DESK });
  await signIn(page, baseUrl, await openMember(book, salon.id));
  await page.goto(`${baseUrl}/desk/${salon.slug}/calendar?view=day&date=${date}`);
  await page.getByRole('list', { name: /^Ada, / }).waitFor({ state: 'attached' });
  const watchers = await Promise.all(
    Array.from({ length: WATCHERS }, async () => {
      const cookie = await cookieOf(baseUrl, await openMember(book, salon.id));
      return watch({ baseUrl, salonId: salon.id, cookie }, date);
    }),
  );
  undo.add(async () => {
    for (const watcher of watchers) watcher.close();
  });

  const load = loadavg()[0] ?? 0;
  const read: number[] = [];
  const drawn: number[] = [];
  for (let n = -WARM_UP; n < BOOKINGS; n++) {
    const name = `Kundin ${n + WARM_UP + 100}`;
    const seen = drawnAt(page, name);
    const { id, at } = await bookAt(baseUrl, { slug: salon.slug, date, place: n + WARM_UP, name });
    const instants = await Promise.all(watchers.map((watcher) => watcher.has(id)));
    const inBrowser = await seen;
    if (n < 0) continue;
    // The news may be there before the answer is.
    read.push(...instants.map((instant) => Math.max(0, instant - at)));
    drawn.push(Math.max(0, inBrowser - at));
  }
  await told(ownerUrl, load, { read, drawn }, browser.version());
}

/** The session of somebody who has a login of her own: one login has only so many streams. */
async function cookieOf(baseUrl: string, { email, password }: DeskMember): Promise<string> {
  const answer = await fetch(`${baseUrl}/api/auth/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: baseUrl },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`Not signed in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
}

/** When somebody's visit is drawn; asked before it is booked. */
function drawnAt(page: Page, name: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const observer = new MutationObserver(() => {
          if (!document.body.textContent?.includes(wanted)) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(Date.now()));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    name,
  );
}

/** Books the next free time of the day, and says when that was answered. */
async function bookAt(
  baseUrl: string,
  { slug, date, place, name }: { slug: string; date: string; place: number; name: string },
): Promise<{ id: string; at: number }> {
  const minute = OPENS + (place % A_DAY) * STEP;
  const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
  const answer = await fetch(`${baseUrl}/api/bookings/public`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      ...{ salonSlug: slug, service: 'Haarschnitt', date, time },
      customer: { name, email: `${randomUUID()}@kunde.example` },
    }),
  });
  const { booking } = (await answer.json()) as { booking?: { id: string } };
  if (booking === undefined) throw new Error(`Not booked: ${answer.status}`);
  return { id: booking.id, at: Date.now() };
}

async function told(
  ownerUrl: string,
  load: number,
  delays: Readonly<Record<'read' | 'drawn', number[]>>,
  chromium: string,
): Promise<void> {
  const origin = await originHere(ownerUrl, { chromium });
  const figures = (values: number[]) => {
    const sorted = values.toSorted((a, b) => a - b);
    return {
      count: sorted.length,
      median: quantile(sorted, 0.5),
      p95: quantile(sorted, 0.95),
      worst: sorted.at(-1) ?? 0,
    };
  };
  const measured = { read: figures(delays.read), drawn: figures(delays.drawn) };
  const line = (what: string, { median, p95, worst, count }: ReturnType<typeof figures>) =>
    `${what}: median ${median} ms, p95 ${p95} ms, worst ${worst} ms of ${count}`;
  const text = [
    `${originInWords(origin)}, load ${load.toFixed(1)} before`,
    `${BOOKINGS} bookings, ${WATCHERS} calendars that listen and one in a browser`,
    line('read again', measured.read),
    line('drawn', measured.drawn),
  ].join('\n');
  console.log(text);
  mkdirSync(RESULTS, { recursive: true });
  writeFileSync(join(RESULTS, 'live-delay.txt'), `${text}\n`);
  const result = { ...origin, load, watchers: WATCHERS, bookings: BOOKINGS, measured };
  writeFileSync(join(RESULTS, 'live-delay.json'), `${JSON.stringify(result, null, 2)}\n`);
}

/// <reference lib="dom" />
import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import type { CDPSession, Page } from 'playwright-core';
import { quantile } from '../../proof/measuring/spread.ts';
import type { serveDesk } from './desk-server.ts';
import { staffId, visitOf } from './full-day.ts';

/** How smoothly something went: frames a second, the slowest of them, and the longest task meanwhile. */
type Smoothness = {
  readonly fps: number;
  readonly p95Ms: number;
  readonly worstMs: number;
  readonly longestTaskMs: number;
};

export type Figures = {
  /** From the answer of the API until all of it is drawn: the tasks that took. */
  readonly mountMs: number;
  readonly elements: number;
  readonly scrollY: Smoothness;
  readonly scrollX: Smoothness;
  /** Of all tasks of the page's thread while it was scrolled, the longest by its own time: what others took is not in it. */
  readonly longestOwnMs: number;
  readonly drag: Smoothness;
  /** From one more visit being told until it is on the screen. */
  readonly addMs: number;
  readonly addLongestTaskMs: number;
};

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the thread's own time. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
};

const FRAMES = 180;
const GRID = '.calendar-grid';

/** Uses the calendar as somebody in a hurry would, and watches how it keeps up. */
export async function measureCalendar(
  { page, slowdown, url }: { readonly page: Page; readonly slowdown: number; readonly url: string },
  book: CalendarAnswer,
  server: Pick<Awaited<ReturnType<typeof serveDesk>>, 'changed'>,
): Promise<{ figures: Figures; trace: readonly object[] }> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(watchTasks);
  await page.goto(url);
  await page
    .locator('.calendar-visit')
    .nth(book.visits.length - 1)
    .waitFor({ state: 'attached' });
  await settled(page);
  const mountMs = await page.evaluate(() => Math.round(Math.max(0, ...window.longTasks.map(({ ms }) => ms))));
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);

  const scrolled = await traced(session, async () => ({
    scrollY: await scroll(page, 'scrollTop', 24),
    scrollX: await scroll(page, 'scrollLeft', 32),
  }));
  const drag = await dragAcross(page);
  const add = await addOne(page, book, server);
  return {
    figures: { mountMs, elements, ...scrolled.value, longestOwnMs: longestOwn(scrolled.events), drag, ...add },
    trace: scrolled.events,
  };
}

declare global {
  interface Window {
    /** Tasks over 50 ms, as the browser tells them. */
    longTasks: { readonly at: number; readonly ms: number }[];
    frameTimes: number[];
  }
}

function watchTasks(): void {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ at: startTime, ms: duration });
  }).observe({ type: 'longtask', buffered: true });
}

/** Until it has had nothing to do for a while. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const idle = () =>
      new Promise<number>((resolve) => requestIdleCallback((deadline) => resolve(deadline.timeRemaining())));
    for (let calm = 0; calm < 5; ) calm = (await idle()) > 5 ? calm + 1 : 0;
  });
}

/** Scrolls to and fro, a step a frame. */
async function scroll(page: Page, edge: 'scrollTop' | 'scrollLeft', step: number): Promise<Smoothness> {
  const seen = await page.evaluate(
    async ({ selector, edge: property, step: pixels, count }) => {
      const box = document.querySelector(selector);
      if (box === null) throw new Error('No calendar');
      window.longTasks = [];
      const frames: number[] = [];
      const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
      let last = await frame();
      for (let i = 0; i < count; i++) {
        const way = i % 90;
        box[property] = (way < 45 ? way : 90 - way) * pixels;
        const now = await frame();
        frames.push(now - last);
        last = now;
      }
      // A task is told of a little later.
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { frames, longest: Math.max(0, ...window.longTasks.map(({ ms }) => ms)) };
    },
    { selector: GRID, edge, step, count: FRAMES },
  );
  await page.evaluate((selector) => document.querySelector(selector)?.scrollTo(0, 0), GRID);
  return smoothness(seen);
}

/** Drags a visit over columns and hours, to and fro, and lets go of it where it was. */
async function dragAcross(page: Page): Promise<Smoothness> {
  await settled(page);
  const block = page.locator('.calendar-visit .calendar-stretch').first();
  const box = await block.boundingBox();
  if (box === null) throw new Error('Nothing to drag');
  const [x, y] = [box.x + 40, box.y + 6];
  await page.evaluate(() => {
    window.longTasks = [];
    window.frameTimes = [];
    let last = 0;
    const look = (now: number) => {
      if (last > 0) window.frameTimes.push(now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 150; i++) {
    const way = i < 75 ? i : 150 - i;
    await page.mouse.move(x + Math.sin(i / 24) * 200 + way * 5, y + way * 4);
  }
  const seen = await page.evaluate(() => ({
    frames: window.frameTimes.slice(2),
    longest: Math.max(0, ...window.longTasks.map(({ ms }) => ms)),
  }));
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return smoothness(seen);
}

/** One more visit comes in, as it does when somebody books online. */
async function addOne(
  page: Page,
  book: CalendarAnswer,
  server: Pick<Awaited<ReturnType<typeof serveDesk>>, 'changed'>,
) {
  await settled(page);
  await page.evaluate(() => {
    window.longTasks = [];
  });
  const [person] = book.staff;
  const [first] = book.visits;
  if (person === undefined || first === undefined) throw new Error('An empty day');
  const at = (minute: number) => new Date(Date.parse(first.startsAt) + minute * 60_000).toISOString();
  const plan = { id: staffId(700), name: 'Neu', person, service: 'Online', from: 820, parts: [['work', 10]] } as const;
  book.visits.push(visitOf(plan, at));
  const began = Date.now();
  server.changed([book.from]);
  await page.locator(`[data-visit="${staffId(700)}"]`).waitFor({ state: 'attached' });
  const addMs = Date.now() - began;
  await settled(page);
  book.visits.pop();
  const addLongestTaskMs = await page.evaluate(() => Math.round(Math.max(0, ...window.longTasks.map(({ ms }) => ms))));
  return { addMs, addLongestTaskMs };
}

function smoothness({ frames, longest }: { readonly frames: readonly number[]; readonly longest: number }): Smoothness {
  const sorted = frames.toSorted((a, b) => a - b);
  const tenth = (value: number) => Math.round(value * 10) / 10;
  return {
    fps: tenth((1000 * frames.length) / frames.reduce((sum, one) => sum + one, 0)),
    p95Ms: tenth(quantile(sorted, 0.95)),
    worstMs: tenth(sorted.at(-1) ?? 0),
    longestTaskMs: Math.round(longest),
  };
}

/** The longest task of threads that draw pages, in milliseconds of their own time. */
function longestOwn(events: readonly TraceEvent[]): number {
  const threads = new Set(
    events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(threadOf),
  );
  const tasks = events.filter((event) => event.name.endsWith('::RunTask') && threads.has(threadOf(event)));
  // A browser that calls them otherwise would else be taken for one without any work.
  if (tasks.length === 0) throw new Error('The trace shows no task of a page');
  return Math.round(Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur)) / 100) / 10;
}

const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;

/** What the browser did meanwhile, as its developer tools can open it. */
async function traced<T>(session: CDPSession, run: () => Promise<T>) {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { categories: 'devtools.timeline,toplevel', transferMode: 'ReportEvents' });
  const value = await run();
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  return { value, events };
}

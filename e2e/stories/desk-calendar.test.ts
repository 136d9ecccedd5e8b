import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { deskDe as t } from '../../apps/web/src/desk/i18n/de.ts';
import { DESK, PHONE } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { tabTo } from '../flow/keyboard.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();
const day = inDays(2);
const PATIENCE = { timeout: 15_000 };

/** A salon of Ada and Ben in which somebody is booked for a colour with Ada at ten, and Maren who looks at that day. */
async function aColourAtTen(
  options: { readonly viewport?: typeof DESK; readonly view?: string; readonly touch?: boolean } = {},
) {
  const { viewport = DESK, view = 'day', touch = false } = options;
  const elbe = await salon();
  const anna = customer('Anna Öztürk');
  const answer = await fetch(`${baseUrl}/api/bookings/public`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify({
      ...{ salonSlug: elbe.slug, services: [{ service: 'Färben', staffId: elbe.staffId('Ada') }] },
      ...{ date: day, time: '10:00', customer: anna },
    }),
  });
  expect(answer.status).toBe(201);
  const page = await visitor({ viewport, ...(touch ? { hasTouch: true, isMobile: true } : {}) });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  await page.goto(`${baseUrl}/desk/${elbe.slug}/calendar?view=${view}&date=${day}`);
  return {
    page,
    column: (name: string) => page.getByRole('list', { name: new RegExp(`^${name}, `) }),
    block: page.getByRole('button', { name: /^\d+:\d\d bis \d+:\d\d, Anna Öztürk, Färben/ }),
    sees: (...lines: string[]) => expect.poll(() => elbe.dayBook(day), PATIENCE).toEqual(lines),
    quietly: () => page.getByRole('button', { name: t.visit.mail.quiet }).click(),
  };
}

/** Where something is on the screen. */
async function boxOf(target: Locator) {
  await expect.poll(() => target.boundingBox(), PATIENCE).not.toBeNull();
  const box = await target.boundingBox();
  if (box === null) throw new Error(`Not on the screen: ${target}`);
  return box;
}

/** Drags from a block to so many pixels from there, by mouse; without letting go. */
async function drag(page: Page, block: Locator, by: { readonly x: number; readonly y: number }): Promise<void> {
  const { x, y } = await boxOf(block);
  const [fromX, fromY] = [x + 30, y + 8];
  await page.mouse.move(fromX, fromY);
  await page.mouse.down();
  await page.mouse.move(fromX + by.x / 2, fromY + by.y / 2, { steps: 4 });
  await page.mouse.move(fromX + by.x, fromY + by.y, { steps: 4 });
}

const MINUTE_PX = 2;

test('a visit is dragged to somebody else and an hour later; Escape would have left it where it was', async () => {
  const { page, column, block, sees, quietly } = await aColourAtTen();
  await block.waitFor();
  const [ada, ben] = [await boxOf(column('Ada')), await boxOf(column('Ben'))];
  const to = { x: ben.x - ada.x, y: 60 * MINUTE_PX };
  await drag(page, block, to);
  await page.locator('.calendar-ghost').waitFor();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await page.locator('.calendar-ghost').count()).toBe(0);
  await sees('10:00–11:15 Färben bei Ada: Anna Öztürk, confirmed');

  await drag(page, block, to);
  await page.mouse.up();
  // It lies there at once; whether she is told is asked beside.
  await quietly();
  await sees('11:00–12:15 Färben bei Ben: Anna Öztürk, confirmed');
  await column('Ben')
    .getByRole('button', { name: /^11:00 bis 12:15, Anna Öztürk/ })
    .waitFor();

  // Its lower edge makes it longer, in steps of five minutes.
  const moved = page.getByRole('button', { name: /^11:00 bis 12:15/ });
  await moved.evaluate((button) => button.scrollIntoView({ block: 'center' }));
  const { x, y, height } = await boxOf(moved);
  await page.mouse.move(x + 60, y + height - 3);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + height + 10 * MINUTE_PX, { steps: 5 });
  await page.mouse.up();
  await sees('11:00–12:25 Färben bei Ben: Anna Öztürk, confirmed');
});

test('by keyboard alone a visit is found, taken hold of, moved to somebody else and put down; each step is said', async () => {
  const { page, block, sees } = await aColourAtTen();
  const says = (text: string) => page.getByRole('status').filter({ hasText: text }).waitFor();
  await block.waitFor();
  // All of the calendar is one stop: Tab leads to what comes next.
  await tabTo(page, block);
  await page.keyboard.press('m');
  await says('Anna Öztürk verschieben.');
  await page.keyboard.press('ArrowDown');
  await says('Ada, 10:05 bis 11:20');
  await page.keyboard.press('ArrowRight');
  await says('Ben, 10:05 bis 11:20');
  // The focus has gone along with it, into the other column.
  await expect.poll(() => block.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Shift+ArrowDown');
  await says('Ben, 10:05 bis 11:25');
  await page.keyboard.press('Escape');
  await says('Anna Öztürk bleibt, wo es war.');
  await sees('10:00–11:15 Färben bei Ada: Anna Öztürk, confirmed');

  await expect.poll(() => block.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('m');
  // Typed fast: none is lost while the visit changes columns.
  for (const key of ['ArrowRight', 'ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await tabTo(page, page.getByRole('button', { name: t.visit.mail.quiet }));
  await page.keyboard.press('Enter');
  await sees('09:50–11:05 Färben bei Ben: Anna Öztürk, confirmed');
});

test('while her colour develops Ada is seen to be free, and cuts somebody else’s hair', async () => {
  const { page, column, block, sees } = await aColourAtTen();
  await page.getByRole('button', { name: /Färben, Einwirkzeit 10:30 bis 11:00 frei/ }).waitFor();
  const free = column('Ada').getByRole('button', { name: /^Frei 10:30 bis 11:00/ });
  const gap = await boxOf(free);
  await page.mouse.click(gap.x + 40, gap.y + 10);
  await page.getByRole('option', { name: /^Anna Öztürk/ }).click();
  await page
    .getByRole('button', { name: /^Haarschnitt/ })
    .first()
    .click();
  await page.getByRole('button', { name: t.visit.form.enter, exact: true }).click();
  await sees(
    '10:00–11:15 Färben bei Ada: Anna Öztürk, confirmed',
    '10:30–11:00 Haarschnitt bei Ada: Anna Öztürk, confirmed',
  );
  // It is drawn within the colour, which is not made narrower for it.
  const [within, colour] = [
    await boxOf(page.getByRole('button', { name: /^10:30 bis 11:00, Anna Öztürk, Haarschnitt/ })),
    await boxOf(block),
  ];
  expect(within.y).toBeGreaterThan(colour.y);
  expect(within.y + within.height).toBeLessThan(colour.y + colour.height);
  expect(within.x - colour.x).toBeLessThan(20);
  expect(colour.width).toBeGreaterThan(within.width);
});

test('on a phone the day is a list; swiping through its columns scrolls, and a finger that stays moves a visit', async () => {
  const { page, column, block, sees, quietly } = await aColourAtTen({ viewport: PHONE, view: 'agenda', touch: true });
  const list = page.getByRole('list', { name: /^Termine am/ });
  await list.getByRole('button', { name: /10:00.*Anna Öztürk.*Färben · Ada/s }).waitFor();
  await page.getByRole('radio', { name: t.calendar.views.day }).click();
  await column('Ada').waitFor({ state: 'attached' });
  await block.waitFor();
  const grid = page.locator('.calendar-grid');
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x: number, y: number) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  const swipe = async (from: { x: number; y: number }, by: { x: number; y: number }) => {
    for (let step = 1; step <= 8; step++) {
      await touch('touchMove', from.x + (by.x * step) / 8, from.y + (by.y * step) / 8);
    }
    await touch('touchEnd', 0, 0);
  };
  const work = page.locator('[data-visit] .calendar-stretch').first();
  const scrolled = () => grid.evaluate((box) => box.scrollTop);
  const at = async (block: 'center' | 'start') => {
    await work.evaluate((stretch, where) => stretch.scrollIntoView({ block: where }), block);
    const { x, y } = await boxOf(work);
    return { x: x + 30, y: y + 8 };
  };

  const start = await at('center');
  const before = await scrolled();
  // It rolls on when the finger has left.
  const rest = grid.evaluate((box) => new Promise<void>((done) => box.addEventListener('scrollend', () => done())));
  await touch('touchStart', start.x, start.y);
  await swipe(start, { x: 0, y: -120 });
  await rest;
  expect(await scrolled()).toBeGreaterThan(before);
  await sees('10:00–11:15 Färben bei Ada: Anna Öztürk, confirmed');

  // A finger that stays takes hold of it, and the calendar stands still below, however near to an edge that is.
  const held = await at('start');
  const standing = await scrolled();
  await touch('touchStart', held.x, held.y);
  await page.locator('.calendar-ghost').waitFor();
  await swipe(held, { x: 0, y: 30 * MINUTE_PX });
  expect(await scrolled()).toBe(standing);
  await quietly();
  await sees('10:30–11:45 Färben bei Ada: Anna Öztürk, confirmed');
  await page.getByRole('radio', { name: t.calendar.views.agenda }).click();
  await list.getByRole('button', { name: /10:30.*Anna Öztürk/s }).waitFor();
  await expectFit(page, 'the list of a day');
});

test('the day, the week and the month are fit for everybody, and going back leads to what was looked at', async () => {
  const { page, column, block } = await aColourAtTen();
  await block.waitFor();
  await expectFit(page, 'a day');
  await page.getByRole('radio', { name: t.calendar.views.week }).click();
  await page.getByRole('combobox', { name: t.calendar.whose }).waitFor();
  await block.waitFor();
  await expectFit(page, 'a week');
  await page.getByRole('radio', { name: t.calendar.views.month }).click();
  await page.getByRole('table').waitFor();
  await expectFit(page, 'a month');
  await page.goBack();
  await page.goBack();
  await column('Ben').waitFor({ state: 'attached' });
  expect(new URL(page.url()).searchParams.get('view')).toBe('day');
});

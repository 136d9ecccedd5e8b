import type { Browser, Page } from 'playwright-core';
import { visitor } from '../browser/browser.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { ENGLISH, SIE } from '../flow/speech.ts';
import { type Camera, SIZES } from './camera.ts';

/** A day of the strip that has times, and is far enough away to be moved. */
const LATER_DAY = 8;

/** Books at the demo salon, moves the visit and cancels it, with a picture of each step, on a phone and on a desk. */
export async function walkThrough(browser: Browser, baseUrl: string, take: Camera): Promise<void> {
  for (const { name, ...size } of SIZES)
    await wholeWay(browser, baseUrl, size, (page, step) => take(page, `${step}-${name}`));
}

async function wholeWay(browser: Browser, baseUrl: string, size: object, take: Camera): Promise<void> {
  const { context, page } = await visitor(browser, size);
  const { t } = SIE;
  const flow = bookingFlow(page);
  await flow.open(baseUrl, 'demo');
  await page.getByRole('button', { name: 'Herrenhaarschnitt' }).first().click();
  await page.evaluate(() => scrollTo(0, 0));
  await take(page, '1-services');
  await page.getByRole('link', { name: t.booking.next, exact: true }).click();
  await page.getByRole('heading', { name: t.booking.whom }).waitFor();
  await take(page, '2-whom');
  await flow.chooseWhom();
  await chooseLaterDay(page);
  await take(page, '3-time');
  await freeTimes(page).last().click();
  await page.getByRole('textbox', { name: t.booking.name }).fill('Anna Petersen');
  await page.getByRole('textbox', { name: t.booking.email }).fill('anna.petersen@kunde.example');
  await page.getByRole('textbox', { name: t.booking.phone }).fill('0151 2345678');
  await take(page, '4-details');
  await page.getByRole('button', { name: t.booking.toCheck }).click();
  await flow.lastButton().waitFor();
  await page.getByText(t.booking.inclVat).first().waitFor();
  await take(page, '5-check');
  await flow.lastButton().click();
  await flow.seesItBooked();
  await take(page, '6-booked');

  await page.getByRole('link', { name: t.booking.manage }).click();
  await page.getByRole('link', { name: t.manage.move }).waitFor();
  await take(page, '7-visit');
  await page.getByRole('link', { name: t.manage.move }).click();
  await freeTimes(page).first().waitFor();
  await take(page, '8-move');
  await freeTimes(page).first().click();
  await page.getByRole('button', { name: t.manage.moveNow }).click();
  await page.getByRole('heading', { name: t.manage.movedTitle }).waitFor();
  await take(page, '9-moved');
  await page.getByRole('link', { name: t.manage.cancel }).click();
  await page.getByRole('heading', { name: t.manage.cancelTitle }).waitFor();
  await take(page, '10-cancel');
  await page.getByRole('button', { name: t.manage.cancelNow }).click();
  await page.getByRole('heading', { name: t.manage.titles.cancelled }).waitFor();
  await take(page, '11-cancelled');
  await context.close();
}

/** In English, and in the dark: the times on a phone, the services on a desk. */
export async function lookInEnglish(browser: Browser, baseUrl: string, take: Camera): Promise<void> {
  const english = { locale: 'en-GB', colorScheme: 'dark' } as const;
  for (const { name, ...size } of SIZES) {
    const { context, page } = await visitor(browser, { ...size, ...english });
    const flow = bookingFlow(page, ENGLISH);
    await flow.open(baseUrl, 'demo');
    await page.getByRole('button', { name: 'Herrenhaarschnitt' }).first().click();
    await page.evaluate(() => scrollTo(0, 0));
    if (name === '390') {
      await page.getByRole('link', { name: ENGLISH.t.booking.next, exact: true }).click();
      await flow.chooseWhom();
      await chooseLaterDay(page);
    }
    await take(page, `${name === '390' ? '3-time' : '1-services'}-${name}-en-dark`);
    await context.close();
  }
}

async function chooseLaterDay(page: Page): Promise<void> {
  const open = page.getByRole('radio', { name: /viele Zeiten frei|plenty of times free/ });
  await open.first().waitFor();
  await open.nth(Math.min(LATER_DAY, (await open.count()) - 1)).check();
  await freeTimes(page).first().waitFor();
}

const freeTimes = (page: Page) => page.getByRole('link', { name: /^\d{1,2}:\d\d/ });

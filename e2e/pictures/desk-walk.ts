import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { addDays, wallClock } from '../../apps/web/src/lib/dates.ts';
import { visitor } from '../browser/browser.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import type { Product } from '../product/product.ts';
import { type Camera, SIZES } from './camera.ts';

const ZONE = 'Europe/Berlin';
/** On Fridays most of the demo's team works. */
const BUSY_WEEKDAY = 5;

/** A day of the demo salon as its owner sees it, with a picture of each view, on a phone and on a desk. */
export async function walkAtDesk(browser: Browser, { baseUrl, ownerUrl }: Product, take: Camera): Promise<void> {
  const book = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  try {
    const { rows } = await book.query<{ id: string }>("select id from salon where slug = 'demo'");
    const owner = await openMember(book, rows[0]?.id ?? '');
    for (const { name, ...size } of SIZES) {
      for (const [look, options] of [
        ['', {}],
        ['-en-dark', { locale: 'en-GB', colorScheme: 'dark' }],
      ] as const) {
        const { context, page } = await visitor(browser, { ...size, ...options });
        // Whoever is signed in reads in the language of her login.
        const locale = 'locale' in options ? 'en' : 'de';
        await book.query('update login set locale = $2 where email = $1', [owner.email, locale]);
        await signIn(page, baseUrl, owner);
        await oneDay(page, baseUrl, (step) => take(page, `desk-${step}-${name}${look}`));
        await context.close();
      }
    }
  } finally {
    await book.end();
  }
}

async function oneDay(page: Page, baseUrl: string, take: (step: string) => Promise<void>): Promise<void> {
  const day = nextBusyDay();
  const calendar = `${baseUrl}/desk/demo/calendar?date=${day}`;
  await page.goto(`${calendar}&view=day`);
  await page
    .getByRole('button', { name: /^\d+:\d\d/ })
    .first()
    .waitFor();
  await page.waitForLoadState('networkidle');
  await take('1-day');
  await page.goto(`${calendar}&view=agenda`);
  await page.waitForLoadState('networkidle');
  await take('2-agenda');
  await page.goto(`${baseUrl}/desk/demo/customers`);
  await page.waitForLoadState('networkidle');
  await take('3-customers');
}

/** The next such day that is not today or tomorrow. */
function nextBusyDay(): string {
  const today = wallClock(ZONE, Date.now()).date;
  for (let ahead = 2; ; ahead++) {
    const day = addDays(today, ahead);
    if (new Date(`${day}T12:00Z`).getUTCDay() === BUSY_WEEKDAY) return day;
  }
}

import { type EnvelopeSink, startEnvelopeSink } from '@salon/telemetry/test/envelope-sink';
import { type PostHogSink, startPostHogSink } from '@salon/telemetry/test/posthog-sink';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONSENT_KEY } from '../../apps/web/src/consent/consent.ts';
import { withAuthenticator } from '../browser/authenticator.ts';
import { DESK } from '../browser/browser.ts';
import { asPerson, PERSON } from '../browser/person.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { DESK_DE, deskFlow } from '../flow/desk.ts';
import { nextCode, turnOnSecondFactor } from '../flow/second-factor.ts';
import { signIn } from '../flow/sign-in.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { openMember } from '../product/desk-login.ts';
import { atTwoOrigins, TEST_NAMES } from '../product/two-origins.ts';
import { customer, inDays, stage } from './stage.ts';

const { product, book, salon, visitor } = stage({ args: TEST_NAMES });
const { t } = DESK_DE;
const day = inDays(1);
/** Nobody has signed the proxies' certificates. */
const UNSIGNED = { ignoreHTTPSErrors: true };

let events: PostHogSink;
let reports: EnvelopeSink;
let at: Awaited<ReturnType<typeof atTwoOrigins>>;
beforeAll(async () => {
  [events, reports] = await Promise.all([startPostHogSink(), startEnvelopeSink()]);
  const told = { ...events.settings, SENTRY_WEB_DSN: reports.dsn(3), SENTRY_TRACES_SAMPLE_RATE: '1' };
  at = await atTwoOrigins(product, told);
});
afterAll(async () => {
  await at?.stop();
  await events?.stop();
  reports?.stop();
});

/** Where a page has called so far, by origin. */
function callsOf(page: Page) {
  const called = new Set<string>();
  page.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) called.add(origin);
  });
  return called;
}

test('a customer books on a page whose API is elsewhere', async () => {
  const page = await visitor(UNSIGNED);
  const called = callsOf(page);
  const flow = bookingFlow(page);
  const { slug, dayBook } = await salon();
  const guest = customer();
  await flow.upToTheLastButton({ baseUrl: at.pages, slug, day, time: '14:00', guest });
  await flow.lastButton().click();
  await flow.seesItBooked();
  expect(await dayBook(day)).toEqual([expect.stringMatching(/^14:00–14:30 Haarschnitt .*Anna Petersen, confirmed$/)]);
  expect(new URL(page.url()).origin).toBe(at.pages);
  expect([...called]).toEqual([at.calls]);
  // Nothing was kept of her at either.
  expect(await page.context().cookies()).toEqual([]);
});

test('a salon signs in, enters, hears at once of what is booked, and signs out', async () => {
  const elbe = await salon();
  const page = await visitor({ ...UNSIGNED, viewport: DESK });
  const called = callsOf(page);
  const maren = await openMember(book, elbe.id);
  await page.goto(`${at.pages}/desk`);
  await signIn(page, maren);
  const desk = deskFlow(page);
  await page.getByRole('button', { name: t.feed.title }).waitFor();
  expect(await page.context().cookies()).toEqual([
    expect.objectContaining({
      ...{ name: '__Secure-salon.session_token', domain: 'api.salon.test', path: '/' },
      ...{ secure: true, httpOnly: true, sameSite: 'Lax' },
    }),
  ]);

  const listening = page.waitForResponse((answer) => answer.url().endsWith('/changes') && answer.status() === 200);
  await desk.open(at.pages, elbe.slug, `view=day&date=${day}`);
  await listening;
  await desk.tap(desk.column('Ben').getByRole('button', { name: /^Frei/ }));
  await desk.walkIn();
  await desk.chooseService('Haarschnitt');
  await desk.enter();
  await page.getByRole('button', { name: /^7:00 bis 7:30, Laufkundschaft/ }).waitFor();
  // Of itself it looks again after five minutes, long after this wait has ended.
  await bookByApi(at.behind, { slug: elbe.slug, date: day, time: '12:00', email: customer().email });
  await page.getByRole('button', { name: /^12:00 bis 12:30, Jonas Weber/ }).waitFor();
  expect([...called]).toEqual([at.calls]);

  await page.getByRole('button', { name: t.shell.accountOf({ name: 'Maren Petersen' }) }).click();
  await page.getByRole('menuitem', { name: t.shell.signOut }).click();
  await page.getByRole('heading', { level: 1, name: t.account.signInTitle }).waitFor();
  expect(await page.context().cookies()).toEqual([]);
  await page.goto(`${at.pages}/desk/${elbe.slug}/calendar`);
  await page.getByRole('heading', { level: 1, name: t.account.signInTitle }).waitFor();
});

test('a passkey and a second factor are made and asked for where the pages are, though the API is elsewhere', async () => {
  const elbe = await salon();
  const page = await visitor({ ...UNSIGNED, viewport: DESK });
  const called = callsOf(page);
  await withAuthenticator(page);
  const maren = await openMember(book, elbe.id);
  const { account } = t;
  const inside = () => page.getByRole('button', { name: t.feed.title }).waitFor();
  const outside = () => page.getByRole('button', { name: 'Überall abmelden, auch hier' }).click();
  await page.goto(`${at.pages}/desk/account`);
  await signIn(page, maren);
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click();
  await page.getByRole('button', { name: 'Chrome auf Linux umbenennen' }).waitFor();
  await page.getByRole('button', { name: 'Einrichten' }).click();
  const app = await turnOnSecondFactor(page, maren);
  await page.getByRole('button', { name: 'Ich habe sie gesichert' }).click();

  await outside();
  await signIn(page, maren);
  await page.getByRole('heading', { level: 1, name: 'Noch ein Schritt' }).waitFor();
  await page.getByRole('textbox', { name: 'Code' }).fill(nextCode(app));
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await inside();

  await page.goto(`${at.pages}/desk/account`);
  await outside();
  await page.getByRole('heading', { level: 1, name: account.signInTitle }).waitFor();
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await inside();
  expect([...called]).toEqual([at.calls]);
});

test('what a consenting visitor does and what a page reports goes the same way', async () => {
  const page = await visitor({ ...UNSIGNED, ...PERSON });
  await asPerson(page);
  const called = callsOf(page);
  const agreed = JSON.stringify({ answer: 'yes', at: '2026-11-23T07:00:00Z' });
  await page.addInitScript(([key, value]) => localStorage.setItem(key ?? '', value ?? ''), [CONSENT_KEY, agreed]);
  const { slug } = await salon();
  await bookingFlow(page).open(at.pages, slug);
  await expect.poll(() => events.events.map(({ event }) => event)).toContain('booking_started');
  await expect.poll(() => reports.transactions().map(({ transaction }) => transaction)).toContain('/s/:slug');
  expect([...called]).toEqual([at.calls]);
});

test('another site’s page reads nothing, whoever is signed in', async () => {
  const elbe = await salon();
  const page = await visitor({ ...UNSIGNED, viewport: DESK });
  await page.goto(`${at.pages}/desk`);
  await signIn(page, await openMember(book, elbe.id));
  await page.getByRole('button', { name: t.feed.title }).waitFor();
  const read = (url: string) =>
    page.evaluate(
      (asked) =>
        fetch(asked, { credentials: 'include' }).then(
          ({ status }) => status,
          () => 'kept out',
        ),
      url,
    );
  const sessions = `${at.calls}/api/desk/sessions`;
  expect(await read(sessions)).toBe(200);
  // A page of somebody else's that may call wherever it likes, as its own policy goes.
  const strange = `https://elsewhere.test:${at.port}/`;
  await page.route(strange, (route) => route.fulfill({ contentType: 'text/html', body: '<title>Elsewhere</title>' }));
  await page.goto(strange);
  expect(await read(sessions)).toBe('kept out');
});

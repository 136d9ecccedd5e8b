import { type EnvelopeSink, startEnvelopeSink } from '@salon/telemetry/test/envelope-sink';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONSENT_KEY } from '../../apps/web/src/consent/consent.ts';
import { addDays, type LocalDate } from '../../apps/web/src/lib/dates.ts';
import { DESK } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { ENGLISH } from '../flow/speech.ts';
import { anotherApi } from '../product/another-api.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { customer, inDays, stage } from './stage.ts';

const { product, book, salon, visitor } = stage();
const day = inDays(3);
const ANNA = { ...customer('Wilhelmine Ohnesorg'), phone: '0151 7654321', note: 'Allergie gegen Haarspray' };
const BROKEN = 'Hier ist etwas schiefgegangen';

let sink: EnvelopeSink;
let api: Awaited<ReturnType<typeof anotherApi>>;
beforeAll(async () => {
  sink = await startEnvelopeSink();
  const all = { SENTRY_TRACES_SAMPLE_RATE: '1', SENTRY_REPLAY_SESSION_RATE: '1', SENTRY_REPLAY_ERROR_RATE: '1' };
  api = await anotherApi(product, { SENTRY_WEB_DSN: sink.dsn(3), ...all });
});
afterAll(async () => {
  await api?.stop();
  sink?.stop();
});

/** An answer no page can draw: what a bug of ours would be. */
const breakTimes = (page: Page) =>
  page.route('**/availability?*', async (route) => {
    const from = new URL(route.request().url()).searchParams.get('from') ?? '';
    const days = Array.from({ length: 62 }, (_, ahead) => ({ date: addDays(from as LocalDate, ahead), slots: [{}] }));
    return route.fulfill({ response: await route.fetch(), json: { timezone: 'Europe/Berlin', days } });
  });

test('a page that breaks says so kindly, and somebody is told once; so is a fault of the API, by its route; and of her, nothing', async () => {
  const elbe = await salon({ staff: 1 });
  const page = await visitor();
  const keys: string[] = [];
  page.on('request', (request) => keys.push(request.headers()['idempotency-key'] ?? ''));
  const agreed = JSON.stringify({ answer: 'yes', at: '2026-11-23T07:00:00Z' });
  await page.addInitScript(([key, value]) => localStorage.setItem(key ?? '', value ?? ''), [CONSENT_KEY, agreed]);
  await breakTimes(page);
  const flow = bookingFlow(page);
  await flow.open(api.baseUrl, elbe.slug);
  await flow.chooseService('Haarschnitt');
  await page.getByRole('heading', { name: BROKEN }).waitFor();
  await expectFit(page, 'a page that broke');
  const number = /Vorgang ([\da-f-]{36})/.exec((await page.locator('body').textContent()) ?? '')?.[1];
  expect(number).toBeDefined();
  const faults = () => sink.errors().filter(({ exception }) => exception !== undefined);
  await expect.poll(faults).toHaveLength(1);

  await page.unroute('**/availability?*');
  await page.getByRole('button', { name: 'Neu laden' }).click();
  await flow.chooseDay(day);
  await flow.chooseTime('10:00');
  await flow.fillIn(ANNA);
  const refuse = `alter table booking add constraint broken check (salon_id <> '${elbe.id}') not valid`;
  await book.query(refuse);
  try {
    await flow.lastButton().click();
    await expect.poll(() => sink.errors().length).toBe(2);
  } finally {
    await book.query('alter table booking drop constraint broken');
  }
  const path = await bookByApi(api.baseUrl, { slug: elbe.slug, date: day, time: '12:00', email: ANNA.email });
  const token = path.split('/')[2] ?? '';
  await page.goto(api.baseUrl + path);
  await page.getByText('12:00').first().waitFor();
  await expect.poll(() => sink.transactions().map(({ transaction }) => transaction)).toContain('/b/:token');
  await expect
    .poll(() => [...sink.types()].sort())
    .toEqual(['event', 'replay_event', 'replay_recording', 'transaction']);

  expect(faults()).toHaveLength(1);
  expect(faults()[0]).toMatchObject({
    tags: { part: 'web', feature: 'booking', route: '/s/:slug', salon: elbe.id, request_id: number },
    exception: { values: [{ type: 'TypeError' }] },
  });
  expect(sink.errors().filter(({ exception }) => exception === undefined)).toMatchObject([
    { tags: { part: 'web', feature: 'booking', method: 'POST', route: '/api/bookings/public', status: '500' } },
  ]);
  for (const secret of ['ohnesorg', 'wilhelmine', ANNA.email, '7654321', 'haarspray', token, ...keys.filter(Boolean)]) {
    const heard = sink.heard().toLowerCase();
    const at = heard.indexOf(secret.toLowerCase());
    expect(at < 0 ? '' : heard.slice(Math.max(0, at - 200), at + 100), secret).toBe('');
  }
});

test('who has not agreed is not recorded, and nothing is kept in her browser for it', async () => {
  const page = await visitor({ viewport: DESK, locale: 'en-GB' });
  await breakTimes(page);
  const before = sink.envelopes.length;
  const flow = bookingFlow(page, ENGLISH);
  await flow.open(api.baseUrl, (await salon({ staff: 1 })).slug);
  await flow.chooseService('Haarschnitt');
  await page.getByRole('heading', { name: 'Something went wrong here' }).waitFor();
  const sent = () => sink.envelopes.slice(before).flatMap(({ items }) => items.map(({ type }) => type));
  await expect.poll(sent).toContain('event');
  expect(sent().filter((type) => type.startsWith('replay'))).toEqual([]);
  const kept = await page.evaluate(() => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    document.cookie,
  ]);
  expect(kept.filter((name) => /sentry|replay/i.test(name))).toEqual([]);

  // Code may throw what is no error, and that may be about anybody.
  const events = () => sent().filter((type) => type === 'event').length;
  const already = events();
  await page.evaluate(() => {
    const thrown = { promise: Promise.resolve(), reason: 'no chair for Kunigunde Ohnesorg' };
    dispatchEvent(new PromiseRejectionEvent('unhandledrejection', thrown));
  });
  await expect.poll(events).toBe(already + 1);
  expect(sink.heard()).not.toContain('Kunigunde');
});

test('a part of the page that is gone after a deploy says so, and is there once it is loaded anew', async () => {
  const page = await visitor();
  const path = `/s/${(await salon({ staff: 1 })).slug}`;
  const gone = '**/assets/LostLinkPage-*.js';
  await page.route(gone, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto(`${api.baseUrl}${path}/lost-link`);
  await page.getByRole('heading', { name: BROKEN }).waitFor();
  await expectFit(page, 'a page of which a part is gone');
  await page.unroute(gone);
  await page.getByRole('button', { name: 'Neu laden' }).click();
  await page.getByLabel('E-Mail').waitFor();
});

import { type PostHogSink, PROJECT_KEY, startPostHogSink } from '@salon/telemetry/test/posthog-sink';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONSENT_KEY } from '../../apps/web/src/consent/consent.ts';
import { deskDe } from '../../apps/web/src/desk/i18n/de.ts';
import { daysBetween } from '../../apps/web/src/lib/dates.ts';
import { DESK } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { asPerson, PERSON } from '../browser/person.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { ENGLISH, SIE } from '../flow/speech.ts';
import { anotherApi } from '../product/another-api.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { customer, inDays, stage } from './stage.ts';

const { product, book: salonBook, salon, visitor } = stage();
const { measuring } = SIE.t.shell;

let sink: PostHogSink;
let api: Awaited<ReturnType<typeof anotherApi>>;
beforeAll(async () => {
  sink = await startPostHogSink();
  api = await anotherApi(product, sink.settings);
});
afterAll(async () => {
  await api.stop();
  await sink.stop();
});

async function person(): Promise<{ page: Page; requests: Request[] }> {
  const page = await visitor(PERSON);
  await asPerson(page);
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return { page, requests };
}

/** All a page has put into its browser, but for her answer and what she types. */
async function stored(page: Page): Promise<string[]> {
  const own = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
  const cookies = await page.context().cookies();
  return [...own, ...cookies.map(({ name }) => name)].filter((name) => /ph_|posthog/i.test(name));
}
const measured = (requests: readonly Request[]) =>
  requests.filter((one) => /posthog|\/api\/measure/.test(one.url())).map((one) => new URL(one.url()).pathname);

test('nobody is measured who was not asked, or said no: nothing is loaded, stored or sent', async () => {
  const { page, requests } = await person();
  const flow = bookingFlow(page);
  const { slug } = await salon();
  await flow.open(api.baseUrl, slug);
  const question = page.getByRole('region', { name: measuring.title });
  await question.waitFor();
  // Two answers of one size, and it lies over nothing.
  const [no, yes] = await Promise.all(
    [measuring.no, measuring.yes].map((name) => question.getByRole('button', { name, exact: true }).boundingBox()),
  );
  expect([no?.width, no?.height]).toEqual([yes?.width, yes?.height]);
  await expectFit(page, 'asked');
  await question.getByRole('button', { name: measuring.no }).click();
  await page.getByRole('button', { name: measuring.notAllowed }).waitFor();
  expect(await page.evaluate((key) => localStorage.getItem(key), CONSENT_KEY)).toContain('"no"');
  await page.reload();
  await page.getByRole('button', { name: measuring.notAllowed }).waitFor();
  await book(flow);
  expect([await stored(page), measured(requests), sink.requests]).toEqual([[], [], []]);
  expect(requests.find((one) => one.url().endsWith('/api/bookings/public'))?.headers()['x-visitor']).toBeUndefined();
});

test('whoever agrees is measured as a number, her booking names it, and taking it back ends it', async () => {
  const { page, requests } = await person();
  const flow = bookingFlow(page);
  const { slug } = await salon();
  await flow.open(api.baseUrl, slug);
  await page.getByRole('button', { name: measuring.yes, exact: true }).click();
  const loaded = () => sink.events.map(({ event }) => event);
  await expect.poll(loaded).toContain('booking_started');
  const who = await book(flow);
  await expect.poll(loaded).toContain('booking_step_completed');
  await expect.poll(() => loaded().length).toBeGreaterThanOrEqual(9);

  const visitors = new Set(sink.events.map((one) => one.distinct_id));
  expect(visitors.size).toBe(1);
  const sent = requests.find((one) => one.url().endsWith('/api/bookings/public'));
  expect(sent?.headers()['x-visitor']).toBe([...visitors][0]);
  expect(new Set(loaded())).toEqual(
    new Set([
      ...['booking_started', 'service_viewed', 'booking_step_completed', 'calendar_opened', 'date_selected'],
      ...['time_slot_clicked', 'time_selected', 'customer_details_entered'],
    ]),
  );
  // Packed by the browser's own library, sent to where the page came from, and of it nothing of hers.
  const asked = new Set(measured(requests.filter((one) => one.method() === 'POST')));
  expect(asked).toEqual(new Set(['/api/measure/e/']));
  expect(new Set(requests.map((one) => new URL(one.url()).origin))).toEqual(new Set([api.baseUrl]));
  const key = sent?.headers()['idempotency-key'] ?? '';
  const token = new URL(page.url()).pathname.split('/b/')[1] ?? '';
  const wire = JSON.stringify(sink.requests);
  for (const secret of [who.name, who.email, 'Petersen', token, key, '/s/', PERSON.userAgent]) {
    expect(secret).not.toBe('');
    expect(wire).not.toContain(secret);
  }
  expect(wire).toContain(PROJECT_KEY);

  expect(await stored(page)).not.toEqual([]);
  await page.getByRole('button', { name: measuring.allowed }).click();
  await page.getByRole('button', { name: measuring.no, exact: true }).click();
  await page.getByRole('button', { name: measuring.notAllowed }).waitFor();
  // What left the page before she took it back may still be on its way to the sink.
  const before = measured(requests).length;
  await flow.open(api.baseUrl, slug);
  await flow.chooseService('Haarschnitt');
  expect(await stored(page)).toEqual([]);
  expect(measured(requests)).toHaveLength(before);
});

test.each([
  ['de-DE', SIE, ENGLISH],
  ['en-GB', ENGLISH, SIE],
] as const)('%s: each thing a visitor does is told once, when she does it', async (locale, speech, other) => {
  const page = await visitor({ ...PERSON, locale });
  await asPerson(page);
  const flow = bookingFlow(page, speech);
  const { t } = speech;
  const elbe = await salon();
  const day = inDays(3);
  // Three, unless this is told over midnight.
  const ahead = () => ({ daysAhead: expect.toBeOneOf([3, daysBetween(inDays(0), day)]) });
  const told = () => sink.events.filter(({ properties }) => properties.salon === elbe.id);
  const names = () => told().map(({ event }) => event);

  await flow.open(api.baseUrl, elbe.slug);
  await page.getByRole('button', { name: t.shell.measuring.yes, exact: true }).click();
  await expect.poll(names).toEqual(['booking_started']);
  // She looks at it in the other language too: that starts nothing anew.
  for (const { shell } of [t, other.t]) await page.getByRole('button', { name: shell.otherLanguage }).click();
  await flow.chooseService('Haarschnitt');
  await flow.chooseWhom();
  await flow.chooseDay(day);
  await flow.chooseTime('14:00');
  await page.getByRole('button', { name: t.booking.toCheck }).click();
  await page.getByText(t.booking.wrong.emailMissing).waitFor();
  await flow.fillIn(customer());
  await flow.lastButton().click();
  await flow.seesItBooked();
  await page.getByRole('link', { name: t.booking.manage }).click();
  await page.getByRole('link', { name: t.manage.cancel }).click();
  await page.getByRole('button', { name: t.manage.cancelNow }).click();
  await page.getByRole('heading', { level: 1, name: t.manage.titles.cancelled }).waitFor();

  await expect.poll(() => names().length).toBeGreaterThanOrEqual(15);
  const done = (step: string) => ['booking_step_completed', { step }];
  // What she did one after another goes out in several requests, and they may overtake each other.
  const inOrder = told().sort((one, next) => one.timestamp.localeCompare(next.timestamp));
  const known = inOrder.map(({ event, properties }) => {
    const { salon: _, $session_id, $process_person_profile, $geoip_disable, ...said } = properties;
    return [event, said];
  });
  expect(known).toEqual([
    ['booking_started', { language: locale.slice(0, 2) }],
    ['service_viewed', { service: expect.stringMatching(/^[\da-f-]{36}$/) }],
    done('services'),
    done('person'),
    ['calendar_opened', { services: 1 }],
    ['date_selected', ahead()],
    ['time_slot_clicked', ahead()],
    ['time_selected', ahead()],
    done('time'),
    ['form_error', { field: 'name', wrong: 'name' }],
    ['form_error', { field: 'email', wrong: 'emailMissing' }],
    ['customer_details_entered', { forOther: false }],
    done('details'),
    done('check'),
    ['cancellation', ahead()],
  ]);
  expect(new Set(told().map(({ uuid }) => uuid)).size).toBe(known.length);
});

test('the owner sees how far visitors come, lets them be asked nothing any more, and still sees it', async () => {
  const elbe = await salon();
  const first = await person();
  const flow = bookingFlow(first.page);
  await flow.open(api.baseUrl, elbe.slug);
  await first.page.getByRole('button', { name: measuring.yes, exact: true }).click();
  await book(flow);
  const second = await person();
  await bookingFlow(second.page).open(api.baseUrl, elbe.slug);
  await second.page.getByRole('region', { name: measuring.title }).waitFor();
  await bookingFlow(second.page).chooseService('Haarschnitt');

  const owner = await visitor({ viewport: DESK });
  await signIn(owner, api.baseUrl, await openMember(salonBook, elbe.id));
  const rows = owner.getByRole('table', { name: deskDe.figures.funnel }).getByRole('row');
  // A step is told beside what the visitor does, and may still be on its way.
  const seen = async () => {
    await owner.goto(`${api.baseUrl}/desk/${elbe.slug}/figures`);
    await rows.first().waitFor();
    return (await rows.allInnerTexts()).slice(1).map((row) => row.replaceAll(/\s+/g, ' ').trim());
  };
  await expect
    .poll(seen, { timeout: 30_000 })
    .toEqual([
      'Seite geöffnet 2 100 %',
      'Leistung gewählt 2 100 % 0',
      'Zeit gewählt 1 50 % 1',
      'Kontaktdaten eingegeben 1 50 % 0',
      'Termin gebucht 1 50 % 0',
    ]);
  await owner.getByText('Die meisten kehren um, bevor sie eine Zeit wählen: 1 von 2.').waitFor();
  await expectFit(owner, 'the figures');

  await owner.goto(`${api.baseUrl}/desk/${elbe.slug}/settings/statistics`);
  const asks = owner.getByRole('switch', { name: deskDe.settings.visitors });
  await expect.poll(() => asks.isChecked()).toBe(true);
  await expectFit(owner, 'the switch');
  await asks.press('Space');
  await owner.getByRole('button', { name: deskDe.shell.save, exact: true }).click();
  await owner.getByRole('alertdialog').filter({ hasText: deskDe.shell.saved }).waitFor();

  // Neither who comes for the first time nor who once agreed, however long they stay.
  for (const answer of ['', JSON.stringify({ answer: 'yes', at: '2026-11-23T07:00:00Z' })]) {
    const { page, requests } = await person();
    await page.addInitScript(([key, value]) => value && localStorage.setItem(key ?? '', value), [CONSENT_KEY, answer]);
    await page.clock.install();
    const flow = bookingFlow(page);
    await flow.open(api.baseUrl, elbe.slug);
    await page.waitForLoadState('networkidle');
    await page.clock.fastForward(10_000);
    await flow.chooseService('Haarschnitt');
    await flow.chooseWhom();
    for (const name of [measuring.title, measuring.allowed, measuring.notAllowed]) {
      expect(await page.getByText(name, { exact: true }).count()).toBe(0);
    }
    expect([await stored(page), measured(requests)]).toEqual([[], []]);
  }
  await expect
    .poll(seen, { timeout: 30_000 })
    .toEqual(
      expect.arrayContaining(['Seite geöffnet 4 100 %', 'Leistung gewählt 4 100 % 0', 'Termin gebucht 1 25 % 0']),
    );
});

test('whose browser objects to being tracked is not asked, and may still allow it by herself', async () => {
  const { page, requests } = await person();
  await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
  await bookingFlow(page).open(api.baseUrl, (await salon()).slug);
  const change = page.getByRole('button', { name: measuring.notAllowed });
  await change.waitFor();
  expect(await page.getByRole('region', { name: measuring.title }).count()).toBe(0);
  await expectFit(page, 'objected');
  expect(await page.evaluate((key) => localStorage.getItem(key), CONSENT_KEY)).toBeNull();
  expect([await stored(page), measured(requests)]).toEqual([[], []]);
  await change.click();
  await page.getByRole('button', { name: measuring.yes, exact: true }).click();
  await page.getByRole('button', { name: measuring.allowed }).waitFor();
});

test('where nothing is configured nobody is asked', async () => {
  const { page, requests } = await person();
  const { slug } = await salon();
  await bookingFlow(page).open(product.baseUrl, slug);
  await page.getByRole('link', { name: SIE.t.shell.haveVisit }).waitFor();
  expect(await page.getByRole('region', { name: measuring.title }).count()).toBe(0);
  expect(measured(requests)).toEqual([]);
});

async function book(flow: ReturnType<typeof bookingFlow>) {
  const who = customer();
  await flow.chooseService('Haarschnitt');
  await flow.chooseWhom();
  await flow.chooseDay(inDays(3));
  await flow.chooseTime('14:00');
  await flow.fillIn(who);
  await flow.lastButton().click();
  await flow.seesItBooked();
  return who;
}

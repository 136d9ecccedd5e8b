import { type PostHogSink, PROJECT_KEY, startPostHogSink } from '@salon/telemetry/test/posthog-sink';
import type { Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONSENT_KEY } from '../../apps/web/src/consent/consent.ts';
import { deskDe } from '../../apps/web/src/desk/i18n/de.ts';
import { daysBetween } from '../../apps/web/src/lib/dates.ts';
import { DESK } from '../browser/browser.ts';
import { keptIn } from '../browser/kept.ts';
import { expectFit } from '../browser/looks.ts';
import { asPerson, PERSON } from '../browser/person.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { ENGLISH, SIE } from '../flow/speech.ts';
import { productApartWithWorker } from '../product/apart.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { openBook, openSalon } from '../product/story-salon.ts';
import { customer, inDays, stage } from './stage.ts';

const { product, salon: unmeasuredSalon, visitor } = stage();
const { measuring } = SIE.t.shell;

let sink: PostHogSink;
let api: Awaited<ReturnType<typeof productApartWithWorker>>;
let salonBook: ReturnType<typeof openBook>;
beforeAll(async () => {
  sink = await startPostHogSink();
  api = await productApartWithWorker(product, sink.settings);
  salonBook = openBook(api.ownerUrl);
});
afterAll(async () => {
  await salonBook.end();
  await api.stop();
  await sink.stop();
});

const salon = () => openSalon(salonBook);

async function person(): Promise<{ page: Page; requests: Request[] }> {
  const page = await visitor(PERSON);
  await asPerson(page);
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  return { page, requests };
}

const measured = (requests: readonly Request[]) =>
  requests.filter((one) => /posthog|\/api\/measure/.test(one.url())).map((one) => new URL(one.url()).pathname);

test('she is asked with two answers that weigh the same, and a no is remembered', async () => {
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
  expect(measured(requests)).toEqual([]);
});

test('whoever agrees is measured as a number, her booking names it, and taking it back ends it', async () => {
  const { page, requests } = await person();
  const flow = bookingFlow(page);
  const { id, slug } = await salon();
  await flow.open(api.baseUrl, slug);
  await page.getByRole('button', { name: measuring.yes, exact: true }).click();
  const told = () => sink.events.filter(({ properties }) => properties.salon === id);
  const loaded = () => told().map(({ event }) => event);
  await expect.poll(loaded).toContain('booking_started');
  const who = await book(flow);
  await expect.poll(loaded).toContain('booking_step_completed');
  await expect.poll(loaded).toContain('booking_completed');
  await expect.poll(() => loaded().length).toBeGreaterThanOrEqual(10);

  const visitors = new Set(told().map((one) => one.distinct_id));
  expect(visitors.size).toBe(1);
  const sent = requests.find((one) => one.url().endsWith('/api/bookings/public'));
  expect(sent?.headers()['x-visitor']).toBe([...visitors][0]);
  expect(new Set(loaded())).toEqual(
    new Set([
      ...['booking_started', 'service_viewed', 'booking_step_completed', 'calendar_opened', 'date_selected'],
      ...['time_slot_clicked', 'time_selected', 'customer_details_entered', 'booking_completed'],
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

  await page.getByRole('button', { name: measuring.allowed }).click();
  await page.getByRole('button', { name: measuring.no, exact: true }).click();
  await page.getByRole('button', { name: measuring.notAllowed }).waitFor();
  // What left the page before she took it back may still be on its way to the sink.
  const before = measured(requests).length;
  await flow.open(api.baseUrl, slug);
  await flow.chooseService('Haarschnitt');
  expect(measured(requests)).toHaveLength(before);
});

/** What she came with, and what she does before she books: with which answers, at a salon that measures or at none. */
type State = {
  readonly answers?: readonly ('yes' | 'no')[];
  readonly objects?: true;
  readonly worksHere?: true;
  /** After she answered, in the same tab. */
  readonly goesOnTo?: 'a salon that measures nobody';
};
const STATES: Readonly<Record<string, State>> = {
  'has not answered': {},
  'said no': { answers: ['no'] },
  'has a browser that objects': { objects: true },
  agreed: { answers: ['yes'] },
  'took it back': { answers: ['yes', 'no'] },
  'took it back and agreed again': { answers: ['yes', 'no', 'yes'] },
  'goes on to a salon that measures nobody': { answers: ['yes'], goesOnTo: 'a salon that measures nobody' },
  'works here': { answers: ['yes'], worksHere: true },
};
/** Everything that may stay in her browser, by name: her answer, what she typed, and the visit she has just booked. */
const OF_HERS = ['session booked …', 'session details …'];
const ANSWER = `local ${CONSENT_KEY}`;
const TOLD = '/api/measure/';
const MAIL = 'https://mail.example/inbox?of=jonas@post.example';

test('in whatever state somebody books, nothing leaves her browser or stays in it but what is listed here', async () => {
  const seen = await Promise.all(
    Object.entries(STATES).map(async ([name, { answers = [], objects, worksHere, goesOnTo }]) => {
      const [elbe, quiet] = [await salon(), await openSalon(salonBook, { visitorStatistics: false })];
      const { page, requests } = await person();
      if (objects) {
        await page.addInitScript(() => Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }));
      }
      if (worksHere) await signIn(page, api.baseUrl, await openMember(salonBook, elbe.id));
      await page.clock.install();
      const told = () => sink.events.filter(({ properties }) => [elbe.id, quiet.id].includes(String(properties.salon)));
      const flow = bookingFlow(page);
      const { slug } = goesOnTo ? quiet : elbe;
      await page.goto(`${api.baseUrl}/s/${elbe.slug}?utm_source=jonas@post.example&gclid=aClickOfJonas`, {
        referer: MAIL,
      });
      for (const [n, answer] of answers.entries()) {
        if (n > 0) {
          await page.getByRole('button', { name: n % 2 === 1 ? measuring.allowed : measuring.notAllowed }).click();
        }
        await page.getByRole('button', { name: measuring[answer], exact: true }).click();
        await page.getByRole('button', { name: answer === 'yes' ? measuring.allowed : measuring.notAllowed }).waitFor();
        if (answer === 'no') continue;
        await page.clock.fastForward(3_000);
        await expect.poll(() => told().length).toBeGreaterThan(0);
        if (n > 0) continue;
        // Not sent on its first try, and so still to be sent when she takes it back.
        const lost =
          answers[1] === 'no' ? page.waitForEvent('requestfailed', (one) => one.url().includes(TOLD)) : undefined;
        if (lost) await page.route(`**${TOLD}**`, (route) => route.abort());
        await flow.putIn('Haarschnitt');
        await lost;
        await page.unroute(`**${TOLD}**`);
      }
      if (goesOnTo) await flow.open(api.baseUrl, slug);
      const before = measured(requests).length;
      await page.clock.fastForward(10_000);
      if (!answers.includes('yes') || goesOnTo) await flow.putIn('Haarschnitt');
      await flow.goOn();
      const who = await bookChosen(flow);
      const isTold = answers.at(-1) === 'yes' && !goesOnTo;
      if (isTold) await expect.poll(() => told().map(({ event }) => event)).toContain('booking_completed');
      const token = new URL(page.url()).pathname.split('/b/')[1] ?? '';
      await page.clock.fastForward(10_000);
      const kept = await keptIn(page);
      const booked = requests.find((one) => one.url().endsWith('/api/bookings/public'))?.headers();
      const wire = JSON.stringify(sink.requests);
      const hers = [
        who.name,
        who.email,
        token,
        booked?.['idempotency-key'] ?? '',
        ...Object.values(kept.cookies ?? {}),
      ];
      return {
        name,
        kept: Object.entries(kept)
          .flatMap(([place, held]) =>
            Object.keys(held).map((key) => `${place} ${key.replace(token, '…').replace(slug, '…')}`),
          )
          .sort(),
        numbered: (kept.local?.[CONSENT_KEY] ?? '').includes('visitor'),
        sentOn: measured(requests).length > before,
        named: booked?.['x-visitor'] !== undefined,
        numbers: new Set(told().map(({ distinct_id }) => distinct_id)).size,
        elsewhere: [...new Set(requests.map((one) => new URL(one.url()).origin))].filter((one) => one !== api.baseUrl),
        leaked: hers.filter((secret) => secret === '' || wire.includes(secret)),
      };
    }),
  );
  const quietly = { numbered: false, sentOn: false, named: false, numbers: 0, elsewhere: [], leaked: [] };
  const counted = { ...quietly, numbered: true, sentOn: true, named: true, numbers: 1 };
  expect(seen).toEqual([
    { name: 'has not answered', ...quietly, kept: OF_HERS },
    { name: 'said no', ...quietly, kept: [ANSWER, ...OF_HERS] },
    { name: 'has a browser that objects', ...quietly, kept: OF_HERS },
    { name: 'agreed', ...counted, kept: [ANSWER, ...OF_HERS] },
    { name: 'took it back', ...quietly, numbers: 1, kept: [ANSWER, ...OF_HERS] },
    { name: 'took it back and agreed again', ...counted, numbers: 2, kept: [ANSWER, ...OF_HERS] },
    // Her number of the first salon is hers at each that measures, and goes nowhere from here.
    {
      name: 'goes on to a salon that measures nobody',
      ...{ ...quietly, numbered: true, numbers: 1 },
      kept: [ANSWER, ...OF_HERS],
    },
    { name: 'works here', ...counted, kept: ['cookies salon.session_token', ANSWER, ...OF_HERS] },
  ]);
  for (const secret of ['post.example', 'aClickOfJonas', 'utm_', '/s/', PERSON.userAgent, api.baseUrl]) {
    expect(JSON.stringify(sink.requests)).not.toContain(secret);
  }
});

test.each(['comes late', 'never comes'] as const)(
  'whoever agreed before and books at once is counted once under one number, though what measures %s',
  async (library) => {
    const elbe = await salon();
    const told = () => sink.events.filter(({ properties }) => properties.salon === elbe.id);
    const visitors = () => new Set(told().map(({ distinct_id }) => distinct_id));
    const { page, requests } = await person();
    const held = Promise.withResolvers<void>();
    await page.route(/\/posthog-[^/]*\.js$/, async (route) => {
      await held.promise;
      await (library === 'comes late' ? route.continue() : route.abort('blockedbyclient'));
    });
    if (library === 'never comes') held.resolve();
    const flow = bookingFlow(page);
    await flow.open(api.baseUrl, elbe.slug);
    await page.getByRole('button', { name: measuring.yes, exact: true }).click();
    await book(flow);
    await expect.poll(() => told().map(({ event }) => event)).toEqual(['booking_completed']);
    const sent = requests.find((one) => one.url().endsWith('/api/bookings/public'));
    expect([...visitors()]).toEqual([sent?.headers()['x-visitor']]);
    if (library === 'comes late') {
      held.resolve();
      await expect.poll(() => told().map(({ event }) => event)).toContain('customer_details_entered');
      expect(visitors().size).toBe(1);
    }
    expect(told().filter(({ event }) => event === 'booking_completed')).toHaveLength(1);
  },
);

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

  await expect.poll(() => names().length).toBeGreaterThanOrEqual(16);
  await expect.poll(names).toContain('booking_completed');
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
    ['booking_completed', { services: 1, priceCents: 3500, currency: 'EUR' }],
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
    expect(measured(requests)).toEqual([]);
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
  expect(measured(requests)).toEqual([]);
  await change.click();
  await page.getByRole('button', { name: measuring.yes, exact: true }).click();
  await page.getByRole('button', { name: measuring.allowed }).waitFor();
});

test('where nothing is configured nobody is asked', async () => {
  const { page, requests } = await person();
  const { slug } = await unmeasuredSalon();
  await bookingFlow(page).open(product.baseUrl, slug);
  await page.getByRole('link', { name: SIE.t.shell.haveVisit }).waitFor();
  expect(await page.getByRole('region', { name: measuring.title }).count()).toBe(0);
  expect(measured(requests)).toEqual([]);
});

async function book(flow: ReturnType<typeof bookingFlow>) {
  await flow.chooseService('Haarschnitt');
  return bookChosen(flow);
}

async function bookChosen(flow: ReturnType<typeof bookingFlow>) {
  const who = customer();
  await flow.chooseWhom();
  await flow.chooseDay(inDays(3));
  await flow.chooseTime('14:00');
  await flow.fillIn(who);
  await flow.lastButton().click();
  await flow.seesItBooked();
  return who;
}

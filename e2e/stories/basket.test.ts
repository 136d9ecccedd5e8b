import { expect, test } from 'vitest';
import { DESK, PHONE } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { SIE } from '../flow/speech.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { focused } from './at-the-desk.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, salon, visitor } = stage();
const { t, f } = SIE;
const day = inDays(3);

test('she changes her mind with a time chosen: person and day stay, and the page says why it asks for a time again', async () => {
  const elbe = await salon();
  const page = await visitor({ viewport: DESK });
  const flow = bookingFlow(page);
  await flow.open(baseUrl, elbe.slug);
  await flow.putIn('Haarschnitt', 'Färben');
  // What develops comes first, and each row says its place.
  await page.getByRole('button', { name: /^Färben.*1\. von 2/ }).waitFor();
  await page.getByRole('button', { name: /^Haarschnitt.*2\. von 2/ }).waitFor();
  await flow.goOn();
  await flow.chooseWhom('Ada');
  await flow.chooseDay(day);
  await page
    .getByRole('link', { name: /^10:00 Uhr/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: t.booking.yourDetails }).waitFor();

  const card = page.getByRole('complementary', { name: t.booking.yourChoice });
  await card.getByText('10:00 Uhr').waitFor();
  await card.getByRole('button', { name: t.basket.remove({ service: 'Haarschnitt' }) }).click();
  await page.getByRole('heading', { level: 1, name: t.booking.when }).waitFor();
  const why = page.getByRole('status').filter({ hasText: t.basket.timeGone });
  await why.getByText(t.basket.timeGoneMore({ time: `${f.day(day)}, ${f.time('10:00')}` })).waitFor();
  expect(await page.getByRole('radio', { checked: true }).getAttribute('value')).toBe(day);
  await card.getByText('bei Ada').waitFor();
  await expectFit(page, 'a time is gone');

  await page.getByRole('link', { name: '11:00 Uhr', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: t.booking.yourDetails }).waitFor();
  expect(await why.count()).toBe(0);
  await page.goBack();
  await card.getByRole('button', { name: t.basket.remove({ service: 'Färben' }) }).click();
  // Nothing is left: she is back where there is something to choose.
  await page.getByRole('searchbox', { name: t.booking.search }).waitFor();
  await card.getByText(t.booking.nothingChosen).waitFor();
});

test.each([
  ['phone', PHONE],
  ['desk', DESK],
])(
  'at the last look on a %s she takes one out with the keyboard, and knows what becomes of the time',
  async (_device, viewport) => {
    const elbe = await salon();
    const page = await visitor({ viewport });
    const flow = bookingFlow(page);
    await flow.open(baseUrl, elbe.slug);
    await flow.putIn('Haarschnitt', 'Färben');
    await flow.goOn();
    await flow.chooseWhom();
    await flow.chooseDay(day);
    await page
      .getByRole('link', { name: /^10:00 Uhr/ })
      .first()
      .click();
    await flow.fillIn(customer());

    const change = page.getByRole('button', { name: t.booking.changeService });
    await change.press('Enter');
    const sheet = page.getByRole('region', { name: t.booking.yourChoice });
    await sheet.getByText(t.basket.timeHolds).waitFor();
    expect(await flow.basket()).toEqual(['Färben', 'Haarschnitt']);
    // One of them does both, and by now it is known who.
    await sheet.getByText(/^bei (Ada|Ben)/).waitFor();
    await expectFit(page, 'the basket at the last look');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await focused(change);

    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: t.basket.remove({ service: 'Färben' }) }).press('Enter');
    await page.getByRole('heading', { level: 1, name: t.booking.when }).waitFor();
    const why = page.getByRole('status').filter({ hasText: t.basket.timeGone });
    await why.getByText(t.basket.timeGoneMore({ time: `${f.day(day)}, ${f.time('10:00')}` })).waitFor();

    // She would rather have it after all.
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: t.booking.check }).waitFor();
    await change.click();
    await sheet.getByText('10:00 Uhr').waitFor();
    expect(await flow.basket()).toEqual(['Färben', 'Haarschnitt']);
  },
);

test('what people book together here is offered with how often they do, and not again when she wants none of it', async () => {
  const elbe = await salon();
  const times = ['09:00', '11:00', '13:00', '15:00', '17:00'];
  for (const time of times) {
    await bookByApi(baseUrl, {
      ...{ slug: elbe.slug, date: day, time, email: customer().email },
      services: ['Färben', 'Haarschnitt'],
    });
  }
  const page = await visitor();
  const flow = bookingFlow(page);
  await flow.open(baseUrl, elbe.slug);
  await flow.putIn('Haarschnitt');
  await flow.openBasket();
  const offered = page.getByRole('region', { name: t.basket.often });
  await offered.getByText(t.basket.share({ n: 9, of: 10, over: true, service: 'Haarschnitt' })).waitFor();
  await expectFit(page, 'an addition is offered');
  expect(await flow.basket()).toEqual(['Haarschnitt']);
  await offered.getByRole('button', { name: t.basket.add({ service: 'Färben' }) }).click();
  // It comes where it stands in those visits.
  await expect.poll(() => flow.basket()).toEqual(['Färben', 'Haarschnitt']);
  expect(await offered.count()).toBe(0);

  await page.getByRole('button', { name: t.basket.remove({ service: 'Färben' }) }).click();
  await offered.getByRole('button', { name: t.basket.notNow }).click();
  expect(await offered.count()).toBe(0);
  await page.reload();
  await flow.openBasket();
  await expect.poll(() => flow.basket()).toEqual(['Haarschnitt']);
  expect(await offered.count()).toBe(0);
});

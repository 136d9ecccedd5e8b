import { expect, onTestFinished, test } from 'vitest';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { SIE } from '../flow/speech.ts';
import { anotherApi } from '../product/another-api.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { customer, inDays, stage } from './stage.ts';

const { product, baseUrl, salon, visitor } = stage();
const { f } = SIE;
const day = inDays(3);

test('somebody else was faster: three other times, one tap, and nothing typed is lost', async () => {
  const elbe = await salon({ staff: 1 });
  const anna = { ...customer(), phone: '0151 234567', note: 'Bitte ohne Föhnen.' };
  const page = await visitor();
  const flow = bookingFlow(page);
  await flow.open(baseUrl, elbe.slug);
  // With one person, nobody is asked with whom.
  await flow.chooseService('Haarschnitt');
  await flow.chooseDay(day);
  await flow.chooseTime('10:00');
  await flow.fillIn(anna);
  await bookByApi(baseUrl, { slug: elbe.slug, date: day, time: '10:00', email: customer().email });
  await flow.lastButton().click();

  const notice = page.getByRole('alert').filter({ hasText: 'Diese Zeit hat gerade jemand gebucht.' });
  await notice.waitFor();
  await expectFit(page, 'somebody was faster');
  const others = notice.getByRole('button');
  expect(await others.count()).toBe(3);
  // Browsers put a space between the parts of a name.
  const chosen = (await others.first().ariaSnapshot()).replace(' ,', ',');
  await others.first().click();
  for (const typed of Object.values(anna)) await page.getByText(typed).waitFor();
  await flow.lastButton().click();
  await flow.seesItBooked();
  const [visit] = await elbe.visitsOf(anna.email);
  const time = visit?.startsAt.toLocaleTimeString('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'short' });
  expect(chosen).toContain(`"${f.fullDay(day)}, ${f.time(time ?? '')}"`);
});

test('the price went up meanwhile: she is told both, and books knowing it', async () => {
  const elbe = await salon();
  const anna = customer();
  const page = await visitor();
  const flow = bookingFlow(page);
  await flow.upToTheLastButton({ baseUrl, slug: elbe.slug, day, time: '11:00', guest: anna });
  await elbe.price(3_900);
  await flow.lastButton().click();
  await page.getByText('Der Preis hat sich gerade geändert.').waitFor();
  await page.getByText('Statt 35 € kostet der Termin jetzt 39 €.').waitFor();
  await expectFit(page, 'dearer');
  expect(await elbe.visitsOf(anna.email)).toHaveLength(0);
  await flow.lastButton().click();
  await flow.seesItBooked();
});

test('too many requests from one place: she is asked to wait', async () => {
  const elbe = await salon();
  const api = await anotherApi(product, { RATE_LIMIT: '3/min' });
  onTestFinished(api.stop);
  for (let count = 0; count < 3; count++) await fetch(`${api.baseUrl}/api/salons/${elbe.slug}`);
  const page = await visitor();
  await page.goto(`${api.baseUrl}/s/${elbe.slug}`);
  await page.getByText('Das waren sehr viele Anfragen auf einmal. Bitte warten Sie einen Moment.').waitFor();
  await page.getByRole('button', { name: 'Noch einmal versuchen' }).waitFor();
  await expectFit(page, 'too many requests');
});

test('a salon that pauses its online booking says so, and how to reach it', async () => {
  const elbe = await salon({ bookingPaused: true });
  const page = await visitor();
  await page.goto(`${baseUrl}/s/${elbe.slug}`);
  await page.getByText('Online nehmen wir gerade keine Termine an.').waitFor();
  await page.getByRole('link', { name: '+49 40 1234567' }).first().waitFor();
  await expectFit(page, 'paused');
});

import { expect, test } from 'vitest';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { SIE } from '../flow/speech.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { expectMails } from '../product/mails.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();

/** A visit that was booked, with the path of its link. */
async function booked(changes = {}, days = 3) {
  const elbe = await salon(changes);
  const { email } = customer();
  const path = await bookByApi(baseUrl, { slug: elbe.slug, date: inDays(days), time: '10:00', email });
  const [visit] = await elbe.visitsOf(email);
  return { elbe, email, path, id: visit?.id ?? '' };
}

test('ninety days after the visit its link has expired, and says what to do', async () => {
  const { elbe, path, id } = await booked();
  await elbe.age(id, 100);
  const page = await visitor();
  await page.goto(baseUrl + path);
  await page.getByRole('heading', { level: 1, name: 'Dieser Link ist abgelaufen' }).waitFor();
  await page.getByRole('link', { name: 'Neuen Termin buchen' }).waitFor();
  await expectFit(page, 'expired link');
});

test('an erased visit is gone, and says no more', async () => {
  const { elbe, path, id } = await booked();
  await elbe.erase(id);
  const page = await visitor();
  await page.goto(baseUrl + path);
  await page.getByRole('heading', { level: 1, name: 'Diesen Termin gibt es hier nicht mehr' }).waitFor();
  await expectFit(page, 'erased visit');
});

test('a link with a piece missing is not found', async () => {
  const { path } = await booked();
  const page = await visitor();
  await page.goto(baseUrl + path.slice(0, -4));
  await page.getByRole('heading', { level: 1, name: 'Diesen Termin finden wir nicht' }).waitFor();
  await expectFit(page, 'unknown link');
});

test('too late to change it online: it is said before she books, and after; then why, and the phone number', async () => {
  const { elbe, path } = await booked({ cancellationMinutes: 10 * 1_440 });
  const page = await visitor();
  const flow = bookingFlow(page);
  await flow.upToTheLastButton({ baseUrl, slug: elbe.slug, day: inDays(2), time: '9:00', guest: customer() });
  const tooLate = page.getByText(SIE.t.booking.onlineTooLate({ span: '10 Tage' }));
  await tooLate.waitFor();
  await flow.lastButton().click();
  await flow.seesItBooked();
  await tooLate.waitFor();
  await page.getByRole('link', { name: SIE.t.booking.look }).waitFor();
  await page.goto(baseUrl + path);
  await page.getByText('Online lässt sich dieser Termin nicht mehr ändern.').waitFor();
  await page.getByRole('link', { name: '+49 40 1234567' }).first().waitFor();
  await expectFit(page, 'too late');
});

test('whoever lost the link has it sent again; whether there is a visit stays a secret', async () => {
  const { elbe, email, path } = await booked();
  await expectMails(book, email, ['confirmation']);
  const page = await visitor();
  for (const address of [email, customer().email]) {
    await page.goto(`${baseUrl}/s/${elbe.slug}/lost-link`);
    await page.getByRole('heading', { level: 1, name: 'Ihr Link zum Termin' }).waitFor();
    await expectFit(page, 'lost link');
    await page.getByRole('textbox', { name: 'E-Mail' }).fill(address);
    await page.getByRole('button', { name: 'Link schicken' }).click();
    await page.getByText(`Wenn zu ${address} Termine bestehen`).waitFor();
  }
  await expectFit(page, 'lost link is sent');
  const [, mail] = await expectMails(book, email, ['confirmation', 'lost_link']);
  await page.goto(`${baseUrl}/inbox/${mail?.id}/html`);
  await page.locator(`a[href$="${path}"]`).first().waitFor();
});

test('an address that leads nowhere, and a salon that nobody knows', async () => {
  const page = await visitor();
  await page.goto(`${baseUrl}/s/demo/nowhere`);
  await page.getByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht' }).waitFor();
  await expectFit(page, 'not found');
  const nowhere = await page.goto(`${baseUrl}/nowhere`);
  expect(nowhere?.status()).toBe(404);
  await page.getByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht' }).waitFor();
  await page.goto(`${baseUrl}/s/nobody`);
  await page.getByRole('heading', { level: 1, name: 'Diesen Salon finden wir nicht' }).waitFor();
  await expectFit(page, 'salon not found');
});

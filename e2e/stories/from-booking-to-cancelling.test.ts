import { expect, test } from 'vitest';
import { DESK } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { followMail } from '../flow/inbox.ts';
import { ENGLISH, SIE } from '../flow/speech.ts';
import { expectMails } from '../product/mails.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();

test('a haircut is booked on the phone, moved the next day from the mail, and cancelled when she is ill', async () => {
  const elbe = await salon({ cancellationMinutes: 1_440 });
  const anna = customer();
  const [monday, later] = [inDays(7), inDays(9)];
  const { t, f } = SIE;
  const phone = await visitor();
  const flow = bookingFlow(phone);

  await flow.open(baseUrl, elbe.slug);
  await expectFit(phone, 'services');
  await flow.chooseService('Haarschnitt');
  await phone.getByRole('heading', { name: 'Zu wem möchten Sie?' }).waitFor();
  await expectFit(phone, 'whom');
  await flow.chooseWhom();
  await flow.chooseDay(monday);
  await expectFit(phone, 'times');
  await flow.chooseTime('10:00');
  await phone.getByRole('textbox', { name: 'Vor- und Nachname' }).waitFor();
  await expectFit(phone, 'details');
  await flow.fillIn({ ...anna, phone: '0151 234567', note: 'Bitte ohne Föhnen.' });
  await phone.getByText('Kostenlos absagen oder verschieben bis 24 Stunden vorher.').waitFor();
  await expectFit(phone, 'check');
  await phone.getByRole('button', { name: 'Termin verbindlich buchen' }).click();
  await flow.seesItBooked();
  await phone.getByText(f.day(monday)).waitFor();
  await expectFit(phone, 'booked');
  await phone.reload();
  await flow.seesItBooked();

  const [confirmation] = await expectMails(book, anna.email, ['confirmation']);
  expect(confirmation?.subject).toMatch(/^Bestätigt: .+, 10:00 Uhr bei Salon Elbe$/);
  await expectMails(book, elbe.email, ['notice_booked']);

  const context = phone.context();
  const link = 'Termin ändern oder absagen';
  const visit = await followMail(context, { baseUrl, id: confirmation?.id ?? '', link });
  await expectFit(visit, 'visit');
  await visit.getByRole('link', { name: 'Termin verschieben' }).click();
  await visit.getByRole('radio', { name: f.fullDay(later) }).check();
  await visit.getByRole('heading', { level: 2, name: f.dayOfYear(later) }).waitFor();
  await expectFit(visit, 'another time');
  await visit.getByRole('link', { name: '11:30 Uhr', exact: true }).click();
  await visit.getByRole('heading', { name: 'Stimmt die neue Zeit?' }).waitFor();
  await expectFit(visit, 'check of the move');
  await visit.getByRole('button', { name: 'Verbindlich verschieben' }).click();
  await visit.getByRole('heading', { name: 'Ihr Termin ist verschoben' }).waitFor();
  await expectFit(visit, 'moved');
  const [, moved] = await expectMails(book, anna.email, ['confirmation', 'moved']);
  expect(moved?.subject).toMatch(/^Geändert: .+, 11:30 Uhr bei Salon Elbe$/);
  await expectMails(book, elbe.email, ['notice_booked', 'notice_moved']);

  const again = await followMail(context, { baseUrl, id: moved?.id ?? '', link });
  await again.getByRole('link', { name: 'Termin absagen' }).click();
  await again.getByRole('heading', { name: t.manage.cancelTitle }).waitFor();
  await expectFit(again, 'cancel?');
  await again.getByRole('textbox', { name: t.manage.reasonLabel }).fill('Ich bin leider krank.');
  await again.getByRole('button', { name: 'Ja, Termin absagen' }).click();
  await again.getByRole('heading', { name: 'Ihr Termin ist abgesagt' }).waitFor();
  await expectFit(again, 'cancelled');
  await expectMails(book, anna.email, ['cancelled', 'confirmation', 'moved']);
  await expectMails(book, elbe.email, ['notice_booked', 'notice_cancelled', 'notice_moved']);
  expect(await elbe.visitsOf(anna.email)).toMatchObject([{ status: 'cancelled' }]);
});

test('the same in English, on a desk, in the dark, at a salon that says du', async () => {
  const elbe = await salon({ addressForm: 'du' });
  const guest = customer('Ruth Miller');
  const [day, later] = [inDays(5), inDays(6)];
  const { f } = ENGLISH;
  const desk = await visitor({ locale: 'en-GB', viewport: DESK, colorScheme: 'dark' });
  const flow = bookingFlow(desk, ENGLISH);
  await flow.upToTheLastButton({ baseUrl, slug: elbe.slug, day, time: '9:00', guest });
  await flow.lastButton().click();
  await flow.seesItBooked();

  const [confirmation] = await expectMails(book, guest.email, ['confirmation']);
  expect(confirmation?.subject).toMatch(/^Confirmed: /);
  const mail = { baseUrl, id: confirmation?.id ?? '', link: 'Change or cancel' };
  const visit = await followMail(desk.context(), mail, ENGLISH);
  await visit.getByRole('link', { name: 'Move appointment' }).click();
  await visit.getByRole('radio', { name: f.fullDay(later) }).check();
  await visit.getByRole('link', { name: '14:15', exact: true }).click();
  await visit.getByRole('button', { name: 'Move the appointment' }).click();
  await visit.getByRole('heading', { name: 'Your appointment has been moved' }).waitFor();
  // Who cancels before a mail about the move is sent gets none about it, and neither does the salon.
  await expectMails(book, guest.email, ['confirmation', 'moved']);
  await expectMails(book, elbe.email, ['notice_booked', 'notice_moved']);
  await visit.getByRole('link', { name: 'Cancel appointment' }).click();
  await visit.getByRole('button', { name: 'Yes, cancel the appointment' }).click();
  await visit.getByRole('heading', { name: 'Your appointment is cancelled' }).waitFor();
  await expectMails(book, guest.email, ['cancelled', 'confirmation', 'moved']);
  await expectMails(book, elbe.email, ['notice_booked', 'notice_cancelled', 'notice_moved']);
});

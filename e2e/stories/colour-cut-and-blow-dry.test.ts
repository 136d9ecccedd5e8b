import { expect, test } from 'vitest';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { heard } from '../flow/heard.ts';
import { SIE } from '../flow/speech.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, salon, visitor } = stage();
const { t, f } = SIE;
const day = inDays(3);
const SERVICES = ['Färben', 'Haarschnitt', 'Föhnen'];

/** Two colleagues: Anna colours and cuts, Ben cuts and dries. Nobody can do all of it alone. */
const twoColleagues = () => salon({ crew: { Anna: ['Färben', 'Haarschnitt'], Ben: ['Haarschnitt', 'Föhnen'] } });

test('Färben, Schneiden, Föhnen bei zwei Kolleginnen: one visit, and the colourist is free while the colour develops', async () => {
  const elbe = await twoColleagues();
  const mia = customer('Mia Petersen');
  const phone = await visitor();
  const flow = bookingFlow(phone);

  await flow.open(baseUrl, elbe.slug);
  // She thinks of the cut last; a basket puts it where she wants it.
  await flow.putIn('Färben', 'Föhnen', 'Haarschnitt');
  await flow.openBasket();
  await expectFit(phone, 'basket');
  await heard(phone);
  await phone.getByRole('button', { name: t.basket.before({ service: 'Haarschnitt', other: 'Föhnen' }) }).click();
  await expect.poll(() => flow.basket()).toEqual(SERVICES);
  await flow.closeBasket();
  await flow.goOn();

  await phone.getByRole('heading', { name: t.booking.whom }).waitFor();
  await phone.getByText(t.basket.nobodyAlone).waitFor();
  await flow.chooseWhomFor('Haarschnitt', 'Ben');
  await expectFit(phone, 'whom for each');
  await heard(phone);
  await flow.goOn();

  await flow.chooseDay(day);
  await phone.getByText('bei Anna, dann Ben').first().waitFor();
  // The first of the day opens it, and the page says so.
  const suggested = phone.getByRole('region', { name: t.booking.recommended });
  await suggested.getByRole('link', { name: /^7:00 Uhr bis 9:15/ }).waitFor();
  await suggested.getByText(t.visit.reasons.opensDay).first().waitFor();
  await expectFit(phone, 'times of a basket');
  await heard(phone);
  await suggested.getByRole('link', { name: /^7:00 Uhr/ }).click();

  await flow.fillIn(mia);
  const plan = phone.getByRole('list', { name: t.visit.plan });
  const sentences = await plan.getByRole('listitem').allInnerTexts();
  expect(sentences).toHaveLength(3);
  await plan.getByText('7:00 bis 8:15 Uhr: Färben bei Anna, darin ab 7:30 Uhr 30 Minuten Einwirkzeit.').waitFor();
  await plan.getByText('8:15 bis 8:45 Uhr: Haarschnitt bei Ben.').waitFor();
  await plan.getByText('8:45 bis 9:15 Uhr: Föhnen bei Ben.').waitFor();
  await phone.getByText('125 €').first().waitFor();
  await expectFit(phone, 'check of a basket');
  await heard(phone);
  await flow.lastButton().click();
  await flow.seesItBooked();
  await phone.getByText('30 Min. Einwirkzeit').first().waitFor();
  await expectFit(phone, 'basket is booked');
  await heard(phone);

  const [visit] = await elbe.visitsOf(mia.email);
  expect(await elbe.itemsOf(visit?.id ?? '')).toEqual([
    '07:00–08:15 Färben bei Anna',
    '08:15–08:45 Haarschnitt bei Ben',
    '08:45–09:15 Föhnen bei Ben',
  ]);
  expect(await elbe.taken('Anna', day)).toEqual(['07:00–07:30', '08:00–08:15']);
  expect(await elbe.taken('Ben', day)).toEqual(['08:15–08:45', '08:45–09:15']);

  // Somebody else has her hair cut by Anna while Mia's colour develops.
  const jana = customer('Jana Krüger');
  const other = await visitor();
  const second = bookingFlow(other);
  await second.open(baseUrl, elbe.slug);
  await second.chooseService('Haarschnitt');
  await second.chooseWhom('Anna');
  await second.chooseDay(day);
  await other.getByText(t.visit.reasons.betweenVisits).waitFor();
  await other
    .getByRole('link', { name: /^7:30 Uhr/ })
    .first()
    .click();
  await second.fillIn(jana);
  await second.lastButton().click();
  await second.seesItBooked();
  expect(await elbe.taken('Anna', day)).toEqual(['07:00–07:30', '07:30–08:00', '08:00–08:15']);
});

test('somebody takes the time of a basket before the last tap: the others are for the same services and people', async () => {
  const elbe = await twoColleagues();
  const mia = customer('Mia Petersen');
  const phone = await visitor();
  const flow = bookingFlow(phone);
  await flow.open(baseUrl, elbe.slug);
  await flow.putIn(...SERVICES);
  await flow.goOn();
  await flow.chooseWhomFor('Haarschnitt', 'Ben');
  await flow.goOn();
  await flow.chooseDay(day);
  await phone.getByRole('link', { name: /^10:00 Uhr/ }).click();
  await flow.fillIn(mia);
  // Her cut is to be at 11:15, with Ben.
  await bookByApi(baseUrl, {
    slug: elbe.slug,
    date: day,
    time: '11:15',
    email: customer().email,
    services: ['Föhnen'],
  });
  await flow.lastButton().click();

  const notice = phone.getByRole('alert').filter({ hasText: t.booking.slotTaken });
  await notice.waitFor();
  const others = notice.getByRole('button');
  expect(await others.count()).toBe(3);
  expect(await notice.getByText('Anna, dann Ben').count()).toBe(3);
  await expectFit(phone, 'the time of a basket is lost');
  await others.first().click();
  await phone.getByText(mia.email).waitFor();
  await flow.lastButton().click();
  await flow.seesItBooked();
  const [visit] = await elbe.visitsOf(mia.email);
  const items = await elbe.itemsOf(visit?.id ?? '');
  expect(items.map((item) => item.slice(12))).toEqual(['Färben bei Anna', 'Haarschnitt bei Ben', 'Föhnen bei Ben']);

  // It can be moved as a whole, and says who does what then.
  await phone.getByRole('link', { name: t.booking.manage }).click();
  await phone.getByRole('link', { name: t.manage.move }).click();
  await phone.getByRole('radio', { name: f.fullDay(inDays(4)) }).check();
  await phone.getByText('bei Anna, dann Ben').first().waitFor();
  await expectFit(phone, 'another time for a basket');
  await phone.getByRole('link', { name: /^12:00 Uhr/ }).click();
  await phone.getByText('12:00 bis 13:15 Uhr: Färben bei Anna, darin ab 12:30 Uhr 30 Minuten Einwirkzeit.').waitFor();
  await expectFit(phone, 'check of the move of a basket');
  await phone.getByRole('button', { name: t.manage.moveNow }).click();
  await phone.getByRole('heading', { name: t.manage.movedTitle }).waitFor();
  await expectFit(phone, 'a basket is moved');
  expect(await elbe.itemsOf(visit?.id ?? '')).toEqual([
    '12:00–13:15 Färben bei Anna',
    '13:15–13:45 Haarschnitt bei Ben',
    '13:45–14:15 Föhnen bei Ben',
  ]);
});

import { expect, onTestFinished, test } from 'vitest';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { layWire } from '../network/wire.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, salon, visitor } = stage();

/** A customer before the last button, whose network can be disturbed. */
async function beforeTheLastButton() {
  const [elbe, wire] = await Promise.all([salon(), layWire(baseUrl)]);
  onTestFinished(wire.stop);
  const guest = customer();
  const page = await visitor();
  const flow = bookingFlow(page);
  await flow.upToTheLastButton({ baseUrl: wire.url, slug: elbe.slug, day: inDays(3), time: '10:00', guest });
  return { ...{ page, flow, wire, guest }, visits: () => elbe.visitsOf(guest.email) };
}

test('two taps on the last button book once', async () => {
  const { flow, visits } = await beforeTheLastButton();
  await flow.lastButton().dblclick();
  await flow.seesItBooked();
  expect(await visits()).toHaveLength(1);
});

test('she reloads while it is being sent, and the answer never comes: booked once, and she is told', async () => {
  const { page, flow, wire, visits } = await beforeTheLastButton();
  wire.holdAnswers();
  await flow.lastButton().click();
  await page.getByRole('button', { name: 'Wird gebucht' }).waitFor();
  await expect.poll(visits, { timeout: 30_000 }).toHaveLength(1);
  wire.answerNewOnes();
  await page.reload();
  await flow.seesItBooked();
  expect(await visits()).toHaveLength(1);
});

test('the network goes while she books: honest words, no second booking, and it goes on by itself', async () => {
  const { page, flow, wire, visits } = await beforeTheLastButton();
  wire.cut();
  await flow.lastButton().click();
  await page.getByText('Keine Verbindung. Wir versuchen es weiter, Sie buchen nicht doppelt.').waitFor();
  await expectFit(page, 'no connection while booking');
  expect(await visits()).toHaveLength(0);
  wire.mend();
  await flow.seesItBooked();
  expect(await visits()).toHaveLength(1);
});

test('the answer is lost on its way: the same booking is asked for again, not another', async () => {
  const { flow, wire, visits } = await beforeTheLastButton();
  wire.holdAnswers();
  await flow.lastButton().click();
  await expect.poll(visits, { timeout: 30_000 }).toHaveLength(1);
  wire.cut();
  wire.answerNewOnes();
  wire.mend();
  await flow.seesItBooked();
  expect(await visits()).toHaveLength(1);
});

test('out of the net while she looks for a time: the page says so and goes on', async () => {
  const elbe = await salon();
  const page = await visitor();
  const flow = bookingFlow(page);
  await flow.open(baseUrl, elbe.slug);
  await page.context().setOffline(true);
  await page.getByText('Sobald Sie wieder im Netz sind, geht es hier weiter.').waitFor();
  await expectFit(page, 'offline');
  await page.context().setOffline(false);
  await flow.chooseService('Haarschnitt');
  await flow.chooseWhom();
  await flow.chooseDay(inDays(2));
});

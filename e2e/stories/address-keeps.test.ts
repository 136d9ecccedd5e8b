import { expect, test } from 'vitest';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { DU } from '../flow/speech.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, salon, visitor } = stage();
const day = inDays(3);

test('reload, back and a shared address keep what was chosen, and what was typed stays on the device', async () => {
  const elbe = await salon();
  const anna = customer();
  const page = await visitor();
  const flow = bookingFlow(page);
  await flow.upToTheLastButton({ baseUrl, slug: elbe.slug, day, time: '10:00', guest: anna });
  await page.reload();
  await flow.lastButton().waitFor();
  await page.getByText(anna.email).waitFor();

  await page.goBack();
  const name = page.getByRole('textbox', { name: 'Vor- und Nachname' });
  await expect.poll(() => name.inputValue()).toBe(anna.name);
  await page.goBack();
  await page.getByRole('link', { name: '10:00 Uhr', exact: true }).waitFor();
  const shared = page.url();
  await page.goForward();
  await page.goForward();
  await flow.lastButton().waitFor();

  const friend = await visitor();
  await friend.goto(shared);
  await friend.getByRole('radio', { checked: true }).waitFor();
  expect(await friend.getByRole('radio', { checked: true }).getAttribute('value')).toBe(day);
  // She shares her choice, not herself.
  await friend.getByRole('link', { name: '10:00 Uhr', exact: true }).click();
  await friend.getByRole('heading', { name: 'Ihre Angaben' }).waitFor();
  expect(await friend.getByRole('textbox', { name: 'Vor- und Nachname' }).inputValue()).toBe('');
});

test('what she asks to be remembered is filled in next time', async () => {
  const elbe = await salon();
  const anna = customer();
  const page = await visitor();
  const flow = bookingFlow(page);
  const way = `?${new URLSearchParams({ service: '', step: 'services' })}`;
  await flow.open(baseUrl, elbe.slug, way);
  await flow.chooseService('Haarschnitt');
  await flow.chooseWhom();
  await flow.chooseDay(day);
  await flow.chooseTime('10:00');
  await page.getByRole('checkbox', { name: 'Auf diesem Gerät merken' }).check();
  await flow.fillIn(anna);
  const next = await page.context().newPage();
  await next.goto(page.url().replace('step=check', 'step=details'));
  await expect.poll(() => next.getByRole('textbox', { name: 'E-Mail' }).inputValue()).toBe(anna.email);
});

test('a visitor in London is told that times are Hamburg’s', async () => {
  const elbe = await salon();
  // Always an hour behind: New York, which changes its clocks on other days, is not always as many.
  const page = await visitor({ timezoneId: 'Europe/London' });
  const flow = bookingFlow(page);
  await flow.open(baseUrl, elbe.slug);
  await flow.chooseService('Haarschnitt');
  await flow.chooseWhom();
  await flow.chooseDay(day);
  await page.getByText('Alle Zeiten gelten in Hamburg.').waitFor();
  await expectFit(page, 'another zone');
  await flow.chooseTime('16:00');
  await flow.fillIn(customer());
  await page.getByText(/16:00 Uhr dort ist bei Ihnen gerade 15:00 Uhr/).waitFor();
  await flow.lastButton().click();
  await flow.seesItBooked();
});

test('a salon that says du says it to the end', async () => {
  const elbe = await salon({ addressForm: 'du' });
  const page = await visitor();
  const flow = bookingFlow(page, DU);
  await flow.upToTheLastButton({ baseUrl, slug: elbe.slug, day, time: '10:00', guest: customer() });
  await flow.lastButton().click();
  await flow.seesItBooked();
  const said = await page.getByRole('main').textContent();
  expect(said).not.toMatch(/\b(Sie|Ihnen|Ihre?[mnrs]?)\b/);
  await expectFit(page, 'du');
});

test('with reduced motion nothing moves', async () => {
  const elbe = await salon();
  const page = await visitor({ reducedMotion: 'reduce' });
  const flow = bookingFlow(page);
  await flow.open(baseUrl, elbe.slug);
  const moving = () =>
    page.evaluate(
      () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 1).length,
    );
  await page.getByRole('button', { name: 'Haarschnitt' }).click();
  expect(await moving()).toBe(0);
  await page.getByRole('link', { name: 'Weiter', exact: true }).click();
  await page.getByRole('heading', { name: 'Zu wem möchten Sie?' }).waitFor();
  expect(await moving()).toBe(0);
});

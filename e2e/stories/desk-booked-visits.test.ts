import { expect, test } from 'vitest';
import { deskDe as t } from '../../apps/web/src/desk/i18n/de.ts';
import { PHONE } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { deskFlow } from '../flow/desk.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { expectMails, untilAllSaid } from '../product/mails.ts';
import { desks } from './at-the-desk.ts';
import { customer, inDays, stage } from './stage.ts';

const play = stage();
const { baseUrl, book, visitor } = play;
const atTheDesk = desks(play);
const DAY = inDays(3);

/** A visit of Jonas Weber ahead, in a salon (of such chairs) whose owner is at the desk. */
async function withVisit(...chairs: readonly string[]) {
  const desk = await atTheDesk(PHONE);
  if (chairs.length > 0) await desk.elbe.seat(...chairs);
  const { email } = customer();
  const link = await bookByApi(baseUrl, { slug: desk.elbe.slug, date: DAY, time: '12:00', email });
  const stands = async () => (await desk.elbe.visitsOf(email)).map(({ status }) => status);
  return { ...desk, link, stands };
}

test('a day off for all shows whose visit it closes over, before it is saved and afterwards', async () => {
  const { page, open, stands } = await withVisit();
  await open('settings/closures', t.settings.title);
  await page.getByRole('button', { name: t.settings.addClosure }).click();
  const dialog = page.getByRole('dialog', { name: t.settings.addClosure });
  await dialog.getByRole('textbox', { name: t.settings.closureName }).fill('Betriebsausflug');
  await dialog.getByRole('group', { name: t.setUp.firstDate }).getByRole('spinbutton').first().focus();
  await page.keyboard.type(DAY.split('-').reverse().join(''));
  await dialog.getByRole('button', { name: t.shell.save }).click();
  await dialog.getByText(t.setUp.affected({ n: 1 })).waitFor();
  await dialog.getByText('Jonas Weber').waitFor();
  await expectFit(page, 'a closure over a visit');
  // Thought better of: what was typed is still there, and nothing is closed.
  await dialog.getByRole('button', { name: t.setUp.leave }).click();
  expect(await dialog.getByRole('textbox', { name: t.settings.closureName }).inputValue()).toBe('Betriebsausflug');
  await dialog.getByRole('button', { name: t.shell.save }).click();
  await dialog.getByRole('button', { name: t.setUp.saveAnyway }).click();
  await dialog.waitFor({ state: 'detached' });

  await open('team', t.team.title);
  await page.getByText(t.setUp.outside({ n: 1 })).waitFor();
  await page.getByText(t.setUp.showVisits).click();
  await page.getByText(t.setUp.reasons.closure).waitFor();
  expect(await stands()).toEqual(['confirmed']);
});

test('a service goes off sale with a visit booked: it is told first, and the visit stands as it was booked', async () => {
  const { page, open, link, stands } = await withVisit();
  await open('catalogue', t.catalogue.title);
  await page.getByRole('row', { name: /Haarschnitt/ }).click();
  await page.getByRole('button', { name: t.catalogue.archive }).click();
  const told = page.getByRole('dialog', { name: t.setUp.affected({ n: 1 }) });
  await told.getByText('Jonas Weber').waitFor();
  await expectFit(page, 'a service with a visit goes off sale');
  await told.getByRole('button', { name: t.setUp.saveAnyway }).click();
  await page.getByRole('button', { name: t.catalogue.restore }).waitFor();

  await open('catalogue', t.catalogue.title);
  await page.getByText(`${t.catalogue.archived} · ${t.catalogue.serviceCount({ n: 1 })}`).waitFor();
  await page.getByText(t.setUp.outside({ n: 1 })).waitFor();
  expect(await stands()).toEqual(['confirmed']);
  const her = await visitor();
  await her.goto(baseUrl + link);
  await her.getByText('Haarschnitt').first().waitFor();
});

test('somebody else was faster at naming a chair: she is told, and shown what it is called now', async () => {
  const { page, open, salonId } = await withVisit('Fenster', 'Spiegel');
  await open('catalogue', t.catalogue.title);
  await page.getByRole('tab', { name: t.catalogue.stations }).click();
  await page.getByRole('row', { name: /Fenster/ }).click();
  const dialog = page.getByRole('dialog', { name: t.catalogue.changeStation });
  const name = dialog.getByRole('textbox', { name: t.catalogue.stationName });
  await name.fill('Hinten');
  const api = `${baseUrl}/api/desk/${salonId}`;
  const { stations } = await (await page.request.get(`${api}/catalogue`)).json();
  const { id, ...seen } = stations.find((one: { name: string }) => one.name === 'Fenster');
  const faster = await page.request.put(`${api}/stations/${id}`, {
    data: { ...seen, name: 'Vorn' },
    headers: { origin: baseUrl },
  });
  expect(faster.status()).toBe(200);
  await dialog.getByRole('button', { name: t.shell.save }).click();
  await dialog.getByText(t.problems.version_conflict).waitFor();
  await expectFit(page, 'a chair that somebody else has named');
  await dialog.getByRole('button', { name: t.setUp.showCurrent }).click();
  await page.getByRole('row', { name: /Vorn/ }).click();
  await name.fill('Hinten');
  await dialog.getByRole('button', { name: t.shell.save }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row', { name: /Hinten/ }).waitFor();
});

test('a chair breaks: who is to sit there is told first, and leaves the list for another chair', async () => {
  const { page, open, stands } = await withVisit('Fenster', 'Spiegel');
  await open('catalogue', t.catalogue.title);
  await page.getByRole('tab', { name: t.catalogue.stations }).click();
  await page.getByRole('row', { name: /Fenster/ }).click();
  const dialog = page.getByRole('dialog', { name: t.catalogue.changeStation });
  await dialog.getByText(t.catalogue.active).click();
  await dialog.getByRole('button', { name: t.shell.save }).click();
  await dialog.getByText(t.setUp.affected({ n: 1 })).waitFor();
  await dialog.getByText(t.setUp.reasons.station_inactive).waitFor();
  await expectFit(page, 'a chair that breaks under a visit');
  // Thought better of: the switch stands as she left it, and the chair is still in use.
  await dialog.getByRole('button', { name: t.setUp.leave }).click();
  await dialog.getByRole('button', { name: t.shell.save }).click();
  await dialog.getByRole('button', { name: t.setUp.saveAnyway }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.getByText(t.setUp.outside({ n: 1 })).waitFor();
  await page.getByText(t.setUp.showVisits).click();
  await page.getByText(t.setUp.reasons.station_inactive).waitFor();
  expect(await stands()).toEqual(['confirmed']);
  await page.getByRole('link', { name: /12:00/ }).click();
  await page.getByRole('button', { name: /Jonas Weber/ }).click();
  await page.getByRole('button', { name: t.visit.panel.change, exact: true }).click();
  await page.getByRole('button', { name: new RegExp(t.visit.form.station) }).click();
  await page.getByRole('option', { name: 'Spiegel' }).click();
  await page.getByRole('button', { name: t.visit.form.save, exact: true }).click();
  await page.getByRole('button', { name: new RegExp(`^${t.shell.toasts.undo}`) }).waitFor();
  await open('catalogue', t.catalogue.title);
  await page.getByText('Haarschnitt').first().waitFor();
  await expect.poll(() => page.getByText(t.setUp.outside({ n: 1 })).count()).toBe(0);
});

test('cancelled with a mail, without one, and taken back: one of three customers is written to, once it cannot be undone', async () => {
  const { elbe, page } = await atTheDesk();
  const desk = deskFlow(page);
  const guests = ['Anna Öztürk', 'Berta Lang', 'Cem Aydin'].map((name) => customer(name));
  for (const [index, { name, email }] of guests.entries()) {
    await bookByApi(baseUrl, { slug: elbe.slug, date: DAY, time: `${10 + index}:00`, name, email });
  }
  for (const { email } of guests) await expectMails(book, email, ['confirmation']);
  await desk.open(baseUrl, elbe.slug, `view=day&date=${DAY}`);
  const cancel = async (name: string, withMail: boolean) => {
    await desk.tap(desk.block(name).first());
    await desk.panel(name).getByRole('button', { name: t.visit.panel.cancel }).click();
    const mail = page.getByRole('checkbox', { name: t.visit.panel.cancelMail });
    expect(await mail.isChecked()).toBe(true);
    if (!withMail) await mail.uncheck();
    await desk.button(t.visit.panel.cancel).click();
    await desk.toast(t.visit.said.status.cancelled({ name })).waitFor();
  };
  await cancel('Cem Aydin', true);
  await desk.undo();
  await desk.toast(t.visit.said.undone).waitFor();
  await cancel('Berta Lang', false);
  await cancel('Anna Öztürk', true);

  // What waits for ten seconds is on its way when hers has come; nothing of the others' is left that could come later.
  const [anna, berta, cem] = guests.map(({ email }) => email);
  const [, cancelled] = await expectMails(book, anna ?? '', ['confirmation', 'cancelled']);
  await untilAllSaid(book, elbe.id);
  for (const email of [berta, cem]) await expectMails(book, email ?? '', ['confirmation']);
  await page.goto(`${baseUrl}/inbox/${cancelled?.id}/html`);
  await page
    .getByText(/10:00 Uhr/)
    .first()
    .waitFor();
  const states = await Promise.all(guests.map(async ({ email }) => (await elbe.visitsOf(email))[0]?.status));
  expect(states).toEqual(['cancelled', 'cancelled', 'confirmed']);
});

test('she cuts for more, and takes longer: whoever books her sees it, whoever books the other does not', async () => {
  const { elbe, page, open, save, saved } = await atTheDesk();
  await open(`team/${elbe.staffId('Ada')}`, 'Ada');
  await page.getByRole('tab', { name: t.team.skills }).click();
  const own = page.locator('details').filter({ hasText: 'Haarschnitt' });
  await own.locator('summary').click();
  await own.getByRole('textbox', { name: t.team.price }).fill('42,50');
  await own.getByRole('textbox', { name: t.team.minutesOf({ phase: t.catalogue.kinds.work }) }).fill('45');
  await page.keyboard.press('Tab');
  await expectFit(page, 'a price of her own');
  await save();
  await saved();
  await page.getByText(t.team.ownSet({ values: '42,50 €, 45 Min.' })).waitFor();

  for (const [name, price] of [
    ['Ada', '42,50 €'],
    ['Ben', '35 €'],
  ] as const) {
    const anna = customer();
    const shop = await visitor();
    const flow = bookingFlow(shop);
    await flow.open(baseUrl, elbe.slug);
    await flow.chooseService('Haarschnitt');
    await flow.chooseWhom(name);
    await flow.chooseDay(DAY);
    await flow.chooseTime('12:00');
    await flow.fillIn(anna);
    await shop.getByText(price).first().waitFor();
    await flow.lastButton().click();
    await flow.seesItBooked();
    const [visit] = await elbe.visitsOf(anna.email);
    const end = name === 'Ada' ? '12:45' : '12:30';
    expect(await elbe.itemsOf(visit?.id ?? '')).toEqual([`12:00–${end} Haarschnitt bei ${name}`]);
  }
});

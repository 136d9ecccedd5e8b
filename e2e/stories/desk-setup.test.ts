import { expect, test } from 'vitest';
import { deskDe as t } from '../../apps/web/src/desk/i18n/de.ts';
import { DESK, PHONE } from '../browser/browser.ts';
import { holdFrames } from '../browser/frames.ts';
import { expectFit } from '../browser/looks.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { expectMails } from '../product/mails.ts';
import { desks, focused } from './at-the-desk.ts';
import { customer, inDays, stage } from './stage.ts';

const play = stage();
const { baseUrl, book, visitor } = play;
const atTheDesk = desks(play);
/** The salon is open every day, so any day but today will do. */
const DAY = inDays(3);
const WEEKDAY = t.setUp.weekdays[(new Date(`${DAY}T00:00:00Z`).getUTCDay() + 6) % 7] ?? '';

test('hours are cut short: the booked visit is shown first, and stays on a list', async () => {
  const { elbe, page, open, save } = await atTheDesk(DESK, 1);
  await bookByApi(baseUrl, { slug: elbe.slug, date: DAY, time: '19:00', email: customer().email });
  await open('team', t.team.title);
  await expectFit(page, 'the team');
  await page.getByRole('row', { name: 'Ada' }).click();
  await page.getByRole('tab', { name: t.team.hours }).click();
  await page.getByRole('button', { name: t.setUp.toOf({ day: WEEKDAY }) }).click();
  await page.getByRole('option', { name: '18:00' }).click();
  await expectFit(page, 'the week');
  await save();

  const told = page.getByRole('dialog', { name: t.setUp.affected({ n: 1 }) });
  await told.getByText('Jonas Weber').waitFor();
  await expectFit(page, 'visits that would be affected');
  await told.getByRole('button', { name: t.setUp.leave }).click();
  expect((await page.getByRole('button', { name: t.setUp.toOf({ day: WEEKDAY }) }).textContent())?.trim()).toBe(
    '18:00',
  );
  await save();
  await told.getByRole('button', { name: t.setUp.saveAnyway }).click();
  await told.waitFor({ state: 'detached' });

  await open('team', t.team.title);
  await page.getByText(t.setUp.outside({ n: 1 })).waitFor();
  await page.getByText(t.setUp.showVisits).click();
  await page.getByText(t.setUp.reasons.outside_openings).waitFor();
});

test('hours that end before they begin are not saved: she is led to them', async () => {
  const { page, open, save, saved } = await atTheDesk(DESK, 1);
  await open('team', t.team.title);
  await page.getByRole('row', { name: 'Ada' }).click();
  await page.getByRole('tab', { name: t.team.hours }).click();
  const from = page.getByRole('button', { name: t.setUp.fromOf({ day: WEEKDAY }) });
  const to = page.getByRole('button', { name: t.setUp.toOf({ day: WEEKDAY }) });
  await to.click();
  await page.getByRole('option', { name: '0:30', exact: true }).click();
  await save();
  await page.getByText(t.setUp.endsBefore).waitFor();
  await focused(from);
  await to.click();
  await page.getByRole('option', { name: '23:00' }).click();
  // Another week for the same days is not clear either.
  await page.getByRole('button', { name: t.team.addPlan }).click();
  await save();
  await focused(page.getByRole('group', { name: t.team.planFrom }).last().getByRole('spinbutton').first());
  await page.getByRole('button', { name: t.team.removePlan }).last().click();
  await save();
  await saved();
});

test('on a phone a service is added, sold, and taken off sale', async () => {
  const { elbe, page, open, save } = await atTheDesk(PHONE);
  await open('catalogue', t.catalogue.title);
  await expectFit(page, 'the catalogue');
  await page.getByRole('link', { name: t.catalogue.add }).click();
  await page.getByRole('textbox', { name: t.catalogue.name }).fill('Bart trimmen');
  // The form is longer than the screen, and what saves it stays in sight.
  const saves = page.getByRole('button', { name: t.shell.save, exact: true });
  await expect.poll(() => saves.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
  await save();
  await page.getByText(t.setUp.needed).waitFor();
  await page.getByRole('textbox', { name: t.catalogue.price }).fill('18,50');
  await save();
  await page.getByRole('heading', { level: 1, name: 'Bart trimmen' }).waitFor();
  await expectFit(page, 'a service');
  const shop = await visitor();
  await shop.goto(`${baseUrl}/s/${elbe.slug}`);
  await shop.getByText('18,50 €').waitFor();
  await page.getByRole('button', { name: t.catalogue.archive }).click();
  await page.getByRole('button', { name: t.catalogue.restore }).waitFor();
  await shop.reload();
  await shop.getByText('Haarschnitt').first().waitFor();
  expect(await shop.getByText('Bart trimmen').count()).toBe(0);
});

test('holidays are asked for by one, approved by the other, and revoked; each time she has a mail', async () => {
  const { elbe, salonId, page, open } = await atTheDesk();
  const { rows } = await book.query<{ id: string }>("select id from staff where salon_id = $1 and name = 'Ada'", [
    salonId,
  ]);
  const ada = await visitor({ viewport: PHONE });
  const login = await openMember(book, salonId, { role: 'staff', name: 'Ada', staffId: rows[0]?.id ?? '' });
  await signIn(ada, baseUrl, login);
  await ada.goto(`${baseUrl}/desk/${elbe.slug}/team`);
  await ada.getByRole('button', { name: t.team.ask }).click();
  const first = ada.getByRole('dialog').getByRole('group', { name: t.setUp.firstDate });
  // Sent too early: she is led to what is missing, and types on.
  await ada.getByRole('dialog').getByRole('button', { name: t.team.send }).click();
  await focused(first.getByRole('spinbutton').first());
  await ada.keyboard.type(DAY.split('-').reverse().join(''));
  await expectFit(ada, 'asking for holidays');
  await ada.getByRole('dialog').getByRole('button', { name: t.team.send }).click();
  await ada.getByRole('button', { name: t.team.withdraw }).waitFor();

  await open('team', t.team.title);
  await page.getByRole('button', { name: `${t.team.approve}: Ada` }).click();
  await page.getByText(t.team.noRequests).waitFor();
  expect(await elbe.taken('Ada', DAY)).toEqual(['00:00–00:00']);

  await page.getByRole('button', { name: `${t.team.revoke}: Ada` }).click();
  const dialog = page.getByRole('dialog', { name: t.team.revokeTitle({ name: 'Ada' }) });
  await dialog.getByText('Frei wird:').waitFor();
  await expectFit(page, 'about to revoke holidays');
  await dialog.getByRole('textbox', { name: t.team.answer }).fill('Ben ist krank.');
  await dialog.getByRole('button', { name: t.team.revoke }).click();
  await dialog.waitFor({ state: 'detached' });
  expect(await elbe.taken('Ada', DAY)).toEqual([]);
  await ada.reload();
  await ada.getByText(t.team.past).click();
  await ada.getByText('Ben ist krank.').waitFor();
  await expectMails(book, login.email, ['time_off_approved', 'time_off_revoked']);
});

test('with the keyboard alone the team is put into another order, also by keys pressed before the page could draw', async () => {
  const { salonId, page, open } = await atTheDesk();
  await open('team', t.team.title);
  await page.getByRole('button', { name: t.setUp.handle({ name: 'Ada' }) }).focus();
  const draw = await holdFrames(page);
  for (const key of ['Enter', 'End', 'Enter']) await page.keyboard.press(key);
  await draw();
  const order = async () => {
    const { rows } = await book.query<{ name: string }>(
      'select name from staff where salon_id = $1 order by position',
      [salonId],
    );
    return rows.map(({ name }) => name);
  };
  await expect.poll(order, { timeout: 15_000 }).toEqual(['Ben', 'Ada']);
});

test('a closure is entered, and nobody can be booked on that day', async () => {
  const { elbe, page, open, saved } = await atTheDesk();
  await open('settings', t.settings.title);
  await page.getByRole('tab', { name: t.settings.closures }).click();
  await page.getByRole('button', { name: t.settings.addClosure }).click();
  const dialog = page.getByRole('dialog', { name: t.settings.addClosure });
  await dialog.getByRole('textbox', { name: t.settings.closureName }).fill('Betriebsausflug');
  await dialog.getByRole('button', { name: t.shell.save }).click();
  await focused(dialog.getByRole('group', { name: t.setUp.firstDate }).getByRole('spinbutton').first());
  await page.keyboard.type(DAY.split('-').reverse().join(''));
  await expectFit(page, 'a closure');
  await dialog.getByRole('button', { name: t.shell.save }).click();
  await saved();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Betriebsausflug').waitFor();
  await expect(
    bookByApi(baseUrl, { slug: elbe.slug, date: DAY, time: '12:00', email: customer().email }),
  ).rejects.toThrow();
  await bookByApi(baseUrl, { slug: elbe.slug, date: inDays(4), time: '12:00', email: customer().email });
});

test('a pause, and what is typed and not saved', async () => {
  const { elbe, page, open, save, saved } = await atTheDesk();
  await open('settings', t.settings.title);
  await expectFit(page, 'the settings');
  await page.getByRole('tab', { name: t.settings.pause }).click();
  await page.getByText(t.settings.paused, { exact: true }).click();
  await page.getByRole('textbox', { name: t.settings.pauseMessage }).fill('Wir ziehen um.');
  // Somebody calls: she looks at the team and comes back.
  await page.getByRole('link', { name: t.team.title }).first().click();
  await page.getByRole('heading', { level: 1, name: t.team.title }).waitFor();
  await page.goBack();
  await page.getByRole('tab', { name: t.settings.pause }).click();
  expect(await page.getByRole('textbox', { name: t.settings.pauseMessage }).inputValue()).toBe('Wir ziehen um.');
  await save();
  await saved();
  const shop = await visitor();
  await shop.goto(`${baseUrl}/s/${elbe.slug}`);
  await shop.getByText('Wir ziehen um.').waitFor();
});

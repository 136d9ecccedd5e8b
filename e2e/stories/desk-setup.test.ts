import { expect, test } from 'vitest';
import { deskDe as t } from '../../apps/web/src/desk/i18n/de.ts';
import { DESK, PHONE } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();
/** The salon is open every day, so any day but today will do. */
const DAY = inDays(3);
const WEEKDAY = t.setUp.weekdays[(new Date(`${DAY}T00:00:00Z`).getUTCDay() + 6) % 7] ?? '';

/** A salon with its owner at the desk. */
async function atTheDesk(viewport = DESK, staff = 2) {
  const elbe = await salon({ staff });
  const { rows } = await book.query<{ id: string }>('select id from salon where slug = $1', [elbe.slug]);
  const salonId = rows[0]?.id ?? '';
  const page = await visitor({ viewport });
  await signIn(page, baseUrl, await openMember(book, salonId));
  const open = async (path: string, heading: string) => {
    await page.goto(`${baseUrl}/desk/${elbe.slug}/${path}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  };
  const save = () => page.getByRole('button', { name: t.shell.save, exact: true }).click();
  const saved = () => page.getByRole('alertdialog').filter({ hasText: t.shell.saved }).first().waitFor();
  return { elbe, salonId, page, open, save, saved };
}

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

test('on a phone a service is added, sold, and taken off sale', async () => {
  const { elbe, page, open, save } = await atTheDesk(PHONE);
  await open('catalogue', t.catalogue.title);
  await expectFit(page, 'the catalogue');
  await page.getByRole('link', { name: t.catalogue.add }).click();
  await page.getByRole('textbox', { name: t.catalogue.name }).fill('Bart trimmen');
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

test('holidays are asked for by one and approved by the other', async () => {
  const { elbe, salonId, page, open } = await atTheDesk();
  const { rows } = await book.query<{ id: string }>("select id from staff where salon_id = $1 and name = 'Ada'", [
    salonId,
  ]);
  const ada = await visitor({ viewport: PHONE });
  await signIn(
    ada,
    baseUrl,
    await openMember(book, salonId, { role: 'staff', name: 'Ada', staffId: rows[0]?.id ?? '' }),
  );
  await ada.goto(`${baseUrl}/desk/${elbe.slug}/team`);
  await ada.getByRole('button', { name: t.team.ask }).click();
  const first = ada.getByRole('dialog').getByRole('group', { name: t.team.firstDate });
  await first.getByRole('spinbutton').first().click();
  await ada.keyboard.type(DAY.split('-').reverse().join(''));
  await expectFit(ada, 'asking for holidays');
  await ada.getByRole('dialog').getByRole('button', { name: t.team.send }).click();
  await ada.getByRole('button', { name: t.team.withdraw }).waitFor();

  await open('team', t.team.title);
  await page.getByRole('button', { name: `${t.team.approve}: Ada` }).click();
  await page.getByText(t.team.noRequests).waitFor();
  expect(await elbe.taken('Ada', DAY)).toEqual(['00:00–00:00']);
});

test('with the keyboard alone the team is put into another order', async () => {
  const { salonId, page, open } = await atTheDesk();
  await open('team', t.team.title);
  await page.getByRole('button', { name: t.setUp.handle({ name: 'Ada' }) }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const order = async () => {
    const { rows } = await book.query<{ name: string }>(
      'select name from staff where salon_id = $1 order by position',
      [salonId],
    );
    return rows.map(({ name }) => name);
  };
  await expect.poll(order, { timeout: 15_000 }).toEqual(['Ben', 'Ada']);
});

test('a closure, a pause, and what is typed and not saved', async () => {
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

import { expect, test } from 'vitest';
import { deskDe } from '../../apps/web/src/desk/i18n/de.ts';
import { DESK } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();
const words = deskDe.customers;

/** Maren, with a salon of her own, at its customers. */
async function atTheCustomers(options = {}) {
  const elbe = await salon();
  const page = await visitor(options);
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  const open = async () => {
    await page.goto(`${baseUrl}/desk/${elbe.slug}/customers`);
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
  };
  await open();
  const find = async (typed: string) => page.getByRole('searchbox', { name: words.search }).fill(typed);
  const choose = async (action: string) => {
    await page.getByRole('button', { name: words.card.more }).click();
    await page.getByRole('menuitem', { name: action }).click();
  };
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  return { elbe, page, open, find, choose, heading };
}

test('on the phone: an empty salon says what to do, a misheard name is found, and the card has what matters first', async () => {
  const { elbe, page, open, find, heading } = await atTheCustomers();
  await page.getByText(words.none, { exact: true }).waitFor();
  await expectFit(page, 'no customers');

  const { email } = customer();
  await bookByApi(baseUrl, { slug: elbe.slug, date: inDays(3), time: '10:00', email });
  await open();
  await find('Krause');
  await page.getByRole('main').getByText(words.nobody, { exact: true }).waitFor();
  await find('Jonnas Weeber');
  await page.getByRole('link', { name: /Jonas Weber/ }).click();
  await heading('Jonas Weber');

  await page.getByRole('button', { name: words.card.edit }).click();
  await page.getByRole('textbox', { name: words.fields.phone }).fill('0151 23456789');
  await page.getByRole('textbox', { name: words.fields.allergies }).fill('PPD');
  await page.getByRole('button', { name: deskDe.shell.save }).click();
  await page.getByRole('status').filter({ hasText: 'PPD' }).waitFor();
  const call = page.getByRole('link', { name: words.card.call({ phone: '0151 23456789' }) });
  expect(await call.getAttribute('href')).toBe('tel:015123456789');

  await page.getByRole('button', { name: words.formulas.add }).click();
  await page.getByRole('textbox', { name: words.formulas.formula }).fill('6/43 + 6 % 1:1');
  await page.getByRole('button', { name: deskDe.shell.save }).click();
  await page.getByText('6/43 + 6 % 1:1').waitFor();
  await expectFit(page, 'a card');
  await page.getByRole('link', { name: words.card.back }).click();
  await page.getByRole('link', { name: /Jonas Weber.*Allergie/s }).waitFor();
});

test('by keyboard: two cards of one person become one', async () => {
  const { elbe, page, open, heading } = await atTheCustomers({ viewport: DESK });
  const [old, now] = [customer(), customer()];
  await bookByApi(baseUrl, { slug: elbe.slug, date: inDays(2), time: '10:00', email: old.email });
  await bookByApi(baseUrl, { slug: elbe.slug, date: inDays(4), time: '11:00', email: now.email });
  await open();
  await page.getByRole('link', { name: new RegExp(now.email) }).press('Enter');
  await heading('Jonas Weber');
  await page.getByRole('button', { name: words.card.more }).press('Enter');
  await page.getByRole('menuitem', { name: words.merge.action }).press('Enter');
  await heading(words.merge.title);
  const search = page.getByRole('combobox', { name: words.merge.search });
  await search.pressSequentially(old.email.split('@')[0] ?? '');
  await page.getByRole('option', { name: new RegExp(old.email) }).waitFor();
  await search.press('ArrowDown');
  await search.press('Enter');
  await page.getByRole('heading', { name: words.merge.result }).waitFor();
  await expectFit(page, 'two cards side by side');
  await page.getByRole('radio', { name: old.email }).press('Space');
  await page.getByRole('button', { name: words.merge.confirm }).press('Enter');
  await heading('Jonas Weber');
  const visits = page
    .getByRole('region', { name: words.history.title })
    .or(page.locator('section').filter({ hasText: words.history.title }));
  await expect.poll(() => visits.last().getByRole('listitem').count()).toBe(2);
  expect(await page.getByRole('link', { name: words.card.mail }).getAttribute('href')).toBe(`mailto:${old.email}`);
});

test('who is blocked is asked to call and not told why; lifted again with one press', async () => {
  const { elbe, page, open, choose, heading } = await atTheCustomers({ viewport: DESK });
  const { email } = customer();
  const again = () => bookByApi(baseUrl, { slug: elbe.slug, date: inDays(5), time: '12:00', email });
  await bookByApi(baseUrl, { slug: elbe.slug, date: inDays(2), time: '10:00', email });
  await open();
  await page.getByRole('link', { name: /Jonas Weber/ }).click();
  await heading('Jonas Weber');
  await choose(words.block.action);
  await page.getByRole('textbox', { name: words.block.reason }).fill('Nie gekommen');
  await page.getByRole('button', { name: words.block.confirm }).click();
  await page.getByText(words.card.blockedReason({ reason: 'Nie gekommen' })).waitFor();
  const refusal = await again().then(String, String);
  expect(refusal).toContain('call_salon');
  expect(refusal).not.toContain('Nie gekommen');
  // On the page she reads whom to call, and nothing of why.
  const her = await visitor();
  const flow = bookingFlow(her);
  const guest = { ...customer('Jonas Weber'), email };
  await flow.upToTheLastButton({ baseUrl, slug: elbe.slug, day: inDays(5), time: '12:00', guest });
  await flow.lastButton().click();
  await her.getByText('Diesen Termin vereinbaren Sie bitte am Telefon mit dem Salon.').waitFor();
  await her
    .getByRole('alert')
    .getByRole('link', { name: /\+49 40 1234567/ })
    .waitFor();
  expect(await her.locator('body').textContent()).not.toContain('Nie gekommen');
  await page.getByRole('button', { name: deskDe.shell.toasts.undo }).click();
  await page.getByText(words.card.blockedReason({ reason: 'Nie gekommen' })).waitFor({ state: 'detached' });
  await again();
});

test('erased for good: named before, typed to confirm, and then her link says no more', async () => {
  const { elbe, page, open, choose, heading, find } = await atTheCustomers({ viewport: DESK });
  const { email } = customer();
  const path = await bookByApi(baseUrl, { slug: elbe.slug, date: inDays(2), time: '10:00', email });
  await open();
  await page.getByRole('link', { name: /Jonas Weber/ }).click();
  await heading('Jonas Weber');
  await choose(words.erase.action);
  await page.getByText(words.erase.upcoming({ n: 1 })).waitFor();
  await expectFit(page, 'about to erase');
  const confirm = page.getByRole('button', { name: words.erase.confirm });
  await page.getByRole('textbox', { name: words.erase.type({ word: words.erase.word }) }).fill(words.erase.word);
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByRole('checkbox', { name: words.erase.cancelFuture }).check();
  await confirm.click();
  await heading(words.title);
  await find('Weber');
  await page.getByRole('main').getByText(words.nobody, { exact: true }).waitFor();
  const her = await visitor();
  await her.goto(baseUrl + path);
  await her.getByRole('heading', { level: 1, name: 'Diesen Termin gibt es hier nicht mehr' }).waitFor();
});

import { expect, test } from 'vitest';
import { DESK } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { DESK_DE } from '../flow/desk.ts';
import { openMailLink } from '../flow/inbox.ts';
import { signIn } from '../flow/sign-in.ts';
import { accountMail } from '../product/account-mail.ts';
import { expectMails } from '../product/mails.ts';
import { signedUp, somebody } from '../product/somebody.ts';
import { stage } from './stage.ts';

const { baseUrl, book, visitor } = stage();
const t = DESK_DE.t.account;

/** Somebody at her account, on a device of her own. */
async function atHerAccount(who: ReturnType<typeof somebody>, options: Parameters<typeof visitor>[0] = {}) {
  const page = await visitor(options);
  await page.goto(`${baseUrl}/desk/account`);
  await signIn(page, who);
  await page.getByRole('heading', { level: 1, name: t.title }).waitFor();
  return page;
}

test('another address: the old one is asked, the new one answers, and from then on it alone signs in', async () => {
  const mia = somebody('Mia Brandt');
  const { email } = somebody('Mia Brandt');
  await signedUp(baseUrl, book, mia);
  const page = await atHerAccount(mia, { viewport: DESK });
  await page.getByRole('button', { name: t.changeEmail }).click();
  const form = page.locator('form').filter({ has: page.getByRole('textbox', { name: t.newEmail }) });
  await form.getByRole('textbox', { name: t.newEmail }).fill('mia@');
  await form.getByRole('textbox', { name: t.password }).fill(mia.password);
  await form.getByRole('button', { name: t.changeEmail }).click();
  await page.getByText(t.emailWrong).waitFor();
  await form.getByRole('textbox', { name: t.newEmail }).fill(email);
  await form.getByRole('button', { name: t.changeEmail }).click();
  await page.getByText(t.emailAsked).waitFor();
  await expectFit(page, 'her account, while an address waits');

  const asked = await accountMail(book, mia, ['confirm_address', 'allow_new_address']);
  const agreeing = await openMailLink(page.context(), { baseUrl, id: asked.id, link: 'Adresse ändern' });
  // Nothing is changed by opening a link, nor is the new address written to.
  await agreeing.getByRole('heading', { level: 1, name: t.confirmTitle }).waitFor();
  await expectMails(book, email, []);
  await agreeing.getByRole('button', { name: t.confirm }).click();
  await agreeing.getByRole('heading', { level: 1, name: t.newAddressAsked }).waitFor();
  await page.reload();
  await page.getByText(t.emailNow({ email: mia.email })).waitFor();

  // The new address is read on a phone where nobody is signed in.
  const phone = await visitor();
  const answered = await accountMail(book, { email }, ['confirm_new_address']);
  const link = { baseUrl, id: answered.id, link: 'Neue Adresse bestätigen' };
  const answering = await openMailLink(phone.context(), link);
  await answering.getByRole('button', { name: t.confirm }).click();
  await answering.getByRole('heading', { level: 1, name: t.addressChanged }).waitFor();
  await expectFit(answering, 'the new address is confirmed');
  await answering.getByRole('link', { name: t.toSignIn }).click();
  await signIn(answering, mia);
  await answering.getByText('E-Mail-Adresse oder Passwort stimmt nicht.').waitFor();
  await signIn(answering, { ...mia, email });
  await answering.getByText('Sie arbeiten noch in keinem Salon').waitFor();
  await page.reload();
  await page.getByText(t.emailNow({ email })).waitFor();
});

test('an address that somebody else got meanwhile is not taken from her, and why is said', async () => {
  const [mia, lina] = [somebody('Mia Brandt'), somebody('Lina Ohlsen')];
  await signedUp(baseUrl, book, mia);
  const page = await atHerAccount(mia);
  await page.getByRole('button', { name: t.changeEmail }).click();
  const form = page.locator('form').filter({ has: page.getByRole('textbox', { name: t.newEmail }) });
  await form.getByRole('textbox', { name: t.newEmail }).fill(lina.email);
  await form.getByRole('textbox', { name: t.password }).fill(mia.password);
  await form.getByRole('button', { name: t.changeEmail }).click();
  await page.getByText(t.emailAsked).waitFor();
  const asked = await accountMail(book, mia, ['confirm_address', 'allow_new_address']);
  const agreeing = await openMailLink(page.context(), { baseUrl, id: asked.id, link: 'Adresse ändern' });
  await agreeing.getByRole('button', { name: t.confirm }).click();
  await agreeing.getByRole('heading', { level: 1, name: t.newAddressAsked }).waitFor();
  const answered = await accountMail(book, lina, ['confirm_new_address']);
  await signedUp(baseUrl, book, lina);

  const link = { baseUrl, id: answered.id, link: 'Neue Adresse bestätigen' };
  const answering = await openMailLink(page.context(), link);
  await answering.getByRole('button', { name: t.confirm }).click();
  await answering.getByRole('heading', { level: 1, name: t.addressTaken }).waitFor();
  await page.reload();
  await page.getByText(t.emailNow({ email: mia.email })).waitFor();
});

test('she sees where she is signed in, ends one of them, then all others, and each is out at its next step', async () => {
  const mia = somebody('Mia Brandt');
  await signedUp(baseUrl, book, mia);
  const lost = await atHerAccount(mia, {
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/605.1',
  });
  const till = await atHerAccount(mia, { viewport: DESK });
  const page = await atHerAccount(mia, { viewport: DESK });
  const sessions = page.locator('section').filter({ hasText: t.sessions }).getByRole('listitem');
  await expect.poll(() => sessions.count()).toBe(3);
  await page.getByText(new RegExp(`^${t.sessionHere}`)).waitFor();

  await page.getByRole('button', { name: /iPhone abmelden$/ }).click();
  await page.getByText(t.sessionEnded).waitFor();
  await expect.poll(() => sessions.count()).toBe(2);
  const name = lost.getByRole('textbox', { name: t.name });
  await name.fill('Jemand anders');
  await lost.getByRole('button', { name: t.save }).first().click();
  await lost.getByRole('heading', { level: 1, name: t.signInTitle }).waitFor();

  await page.getByRole('button', { name: t.signOutElsewhere }).click();
  await page.getByText(t.endedElsewhere).waitFor();
  await expect.poll(() => sessions.count()).toBe(1);
  await till.goto(`${baseUrl}/desk/new-salon`);
  await till.getByRole('heading', { level: 1, name: t.signInTitle }).waitFor();
  // What the phone tried was not done, and she herself works on.
  await page.reload();
  await expect.poll(() => page.getByRole('textbox', { name: t.name }).inputValue()).toBe('Mia Brandt');
});

import { expect, test } from 'vitest';
import { DESK } from '../browser/browser.ts';
import { openMailLink } from '../flow/inbox.ts';
import { signIn } from '../flow/sign-in.ts';
import { accountMail } from '../product/account-mail.ts';
import { type Somebody, signedUp, somebody } from '../product/somebody.ts';
import { stage } from './stage.ts';

const { baseUrl, book, visitor } = stage();

const mailOf = (who: Somebody, kinds: readonly string[]) => accountMail(book, who, kinds);

test('from signing up to a salon of one’s own, and a colleague who comes and goes', async () => {
  const katrin = somebody('Katrin Vogt');
  const page = await visitor({ viewport: DESK });
  await page.goto(`${baseUrl}/desk`);
  await page.getByRole('link', { name: 'Konto anlegen' }).click();
  await page.getByRole('textbox', { name: 'Vor- und Nachname' }).fill(katrin.name);
  await page.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(katrin.email);
  await page.getByRole('textbox', { name: 'Passwort' }).fill('kurz');
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await page.getByText('Bitte nehmen Sie mindestens 10 und höchstens 128 Zeichen.').waitFor();
  await page.getByRole('textbox', { name: 'Passwort' }).fill(katrin.password);
  await page.getByRole('button', { name: 'Konto anlegen' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sehen Sie in Ihr Postfach' }).waitFor();

  const confirmation = await mailOf(katrin, ['confirm_address']);
  const confirming = await openMailLink(page.context(), { baseUrl, id: confirmation.id, link: 'Adresse bestätigen' });
  await confirming.getByRole('button', { name: 'Ja, das bin ich' }).click();
  await confirming.getByRole('heading', { level: 1, name: 'Ihre Adresse ist bestätigt' }).waitFor();
  await confirming.close();
  // Whoever read her mail need not type her password as well.
  await page.goto(`${baseUrl}/desk`);
  await page.getByRole('link', { name: 'Neuen Salon anlegen' }).click();
  const slug = `haarwerk-${katrin.email.slice(0, 8)}`;
  await page.getByRole('textbox', { name: 'Name des Salons' }).fill('Haarwerk Köln');
  await expect
    .poll(() => page.getByRole('textbox', { name: 'Adresse der Buchungsseite' }).inputValue())
    .toBe('haarwerk-koeln');
  await page.getByRole('textbox', { name: 'Adresse der Buchungsseite' }).fill(slug);
  await page.getByRole('button', { name: 'Salon anlegen' }).click();
  await page.waitForURL(`**/desk/${slug}/calendar`);

  await page.getByRole('button', { name: 'Konto von Katrin Vogt' }).click();
  await page.getByRole('menuitem', { name: 'Zugänge' }).click();
  await page.getByRole('button', { name: 'Einladen', exact: true }).click();
  const deniz = somebody('Deniz Aydın');
  await page.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(deniz.email);
  await page.getByRole('button', { name: /Rolle/ }).click();
  await page.getByRole('option', { name: /^Leitung/ }).click();
  await page.getByRole('button', { name: 'Einladung schicken' }).click();
  await page.getByRole('button', { name: `Einladung an ${deniz.email} zurückziehen` }).waitFor();

  const theirs = await visitor({ viewport: DESK });
  const invitation = await mailOf(deniz, ['invitation']);
  const invited = await openMailLink(theirs.context(), { baseUrl, id: invitation.id, link: 'Einladung ansehen' });
  await invited.getByRole('heading', { level: 1, name: 'Einladung von Haarwerk Köln' }).waitFor();
  await invited.getByText('Katrin Vogt lädt Sie ein, im Salon mitzuarbeiten. Rolle: Leitung.').waitFor();
  await invited.getByRole('textbox', { name: 'Vor- und Nachname' }).fill(deniz.name);
  await invited.getByRole('textbox', { name: 'Passwort' }).fill(deniz.password);
  await invited.getByRole('button', { name: 'Konto anlegen und annehmen' }).click();
  await invited.waitForURL(`**/desk/${slug}/calendar`);

  // Whoever keeps the salon cannot leave it alone: why is said before anything is tried.
  await page.goto(`${baseUrl}/desk/${slug}/members`);
  await page.getByText(deniz.email).waitFor();
  await page.getByRole('button', { name: 'Zugang von Katrin Vogt entfernen' }).click();
  await page.getByText('Das ist die einzige Inhaberin oder der einzige Inhaber.').waitFor();
  await page.getByRole('button', { name: 'Zurück', exact: true }).click();

  await invited.goto(`${baseUrl}/desk/account`);
  await invited.getByRole('button', { name: 'Haarwerk Köln verlassen' }).click();
  await invited.getByRole('alertdialog').getByRole('button', { name: 'Verlassen' }).click();
  await invited.getByText('Sie gehören noch zu keinem Salon.').waitFor();
  await invited.goto(`${baseUrl}/desk/${slug}/calendar`);
  await invited.getByRole('heading', { level: 1, name: 'Diese Seite gibt es nicht' }).waitFor();

  await page.goto(`${baseUrl}/desk/${slug}/audit`);
  await page.getByText('Deniz Aydın hat den Salon verlassen').waitFor();
  await page.getByText(`Katrin Vogt hat ${deniz.email} eingeladen`).waitFor();
});

test('a forgotten password is set anew, and whoever was signed in elsewhere no longer is', async () => {
  const mia = somebody('Mia Brandt');
  await signedUp(baseUrl, book, mia);
  const elsewhere = await visitor();
  await elsewhere.goto(`${baseUrl}/desk/account`);
  await signIn(elsewhere, mia);
  await elsewhere.getByRole('heading', { level: 1, name: 'Mein Konto' }).waitFor();

  const page = await visitor();
  await page.goto(`${baseUrl}/desk/sign-in`);
  await page.getByRole('link', { name: 'Passwort vergessen' }).click();
  await page.getByRole('textbox', { name: 'E-Mail-Adresse' }).fill(mia.email);
  await page.getByRole('button', { name: 'Link schicken' }).click();
  await page.getByRole('heading', { level: 1, name: 'Sehen Sie in Ihr Postfach' }).waitFor();
  const mail = await mailOf(mia, ['confirm_address', 'reset_password']);
  const setting = await openMailLink(page.context(), { baseUrl, id: mail.id, link: 'Neues Passwort festlegen' });
  const password = 'ein anderer Satz zum Merken';
  await setting.getByRole('textbox', { name: 'Neues Passwort' }).fill(password);
  await setting.getByRole('button', { name: 'Passwort setzen' }).click();
  await setting.getByRole('heading', { level: 1, name: 'Ihr Passwort ist geändert' }).waitFor();

  await elsewhere.reload();
  await elsewhere.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor();
  await signIn(elsewhere, mia);
  await elsewhere.getByText('E-Mail-Adresse oder Passwort stimmt nicht.').waitFor();
  await signIn(elsewhere, { ...mia, password });
  // Back where she was sent away from.
  await elsewhere.getByRole('heading', { level: 1, name: 'Mein Konto' }).waitFor();

  const again = await openMailLink(page.context(), { baseUrl, id: mail.id, link: 'Neues Passwort festlegen' });
  await again.getByRole('textbox', { name: 'Neues Passwort' }).fill(password);
  await again.getByRole('button', { name: 'Passwort setzen' }).click();
  await again.getByRole('heading', { level: 1, name: 'Dieser Link gilt nicht mehr' }).waitFor();
});

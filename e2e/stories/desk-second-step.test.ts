import { expect, test } from 'vitest';
import { withAuthenticator } from '../browser/authenticator.ts';
import { DESK } from '../browser/browser.ts';
import { nextCode, turnOnSecondFactor } from '../flow/second-factor.ts';
import { signIn } from '../flow/sign-in.ts';
import { signedUp, somebody } from '../product/somebody.ts';
import { stage } from './stage.ts';

const { baseUrl, book, visitor } = stage();

test('a second factor: set up by hand, asked for ever after, with codes for the day the phone is gone', async () => {
  const mia = somebody('Mia Brandt');
  await signedUp(baseUrl, book, mia);
  const page = await visitor({ viewport: DESK });
  await page.goto(`${baseUrl}/desk/account`);
  await signIn(page, mia);
  await page.getByRole('heading', { level: 2, name: 'Zweiter Faktor' }).waitFor();
  await page.getByRole('button', { name: 'Einrichten' }).click();
  await page.getByRole('textbox', { name: 'Zuerst Ihr Passwort' }).fill('nicht mein Passwort');
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await page.getByText('Das Passwort stimmt nicht.').waitFor();
  const app = await turnOnSecondFactor(page, mia);
  await page.getByRole('heading', { level: 3, name: 'Ihre Notfall-Codes' }).waitFor();
  const codes = await page.getByRole('list', { name: 'Ihre Notfall-Codes' }).getByRole('listitem').allInnerTexts();
  expect(codes.length).toBeGreaterThanOrEqual(8);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Als Datei sichern' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('notfall-codes.txt');
  await page.getByRole('button', { name: 'Ich habe sie gesichert' }).click();

  await page.getByRole('button', { name: 'Überall abmelden, auch hier' }).click();
  await signIn(page, mia);
  await page.getByRole('heading', { level: 1, name: 'Noch ein Schritt' }).waitFor();
  await page.getByRole('textbox', { name: 'Code' }).fill('12');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.getByText('Der Code hat sechs Ziffern.').waitFor();
  await page.getByRole('textbox', { name: 'Code' }).fill('000000');
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.getByText('Dieser Code stimmt nicht oder wurde schon benutzt.').waitFor();
  await page.getByRole('textbox', { name: 'Code' }).fill(nextCode(app));
  await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await page.getByText('Sie arbeiten noch in keinem Salon').waitFor();

  const withoutPhone = await visitor();
  await withoutPhone.goto(`${baseUrl}/desk`);
  await signIn(withoutPhone, mia);
  await withoutPhone.getByRole('button', { name: 'Stattdessen einen Notfall-Code eingeben' }).click();
  await withoutPhone.getByRole('textbox', { name: 'Notfall-Code' }).fill(codes[0] ?? '');
  await withoutPhone.getByRole('button', { name: 'Anmelden', exact: true }).click();
  await withoutPhone.getByText('Sie arbeiten noch in keinem Salon').waitFor();
});

test('a passkey: added, named, signed in with, and removed', async () => {
  const mia = somebody('Mia Brandt');
  await signedUp(baseUrl, book, mia);
  const page = await visitor({ viewport: DESK });
  await withAuthenticator(page);
  await page.goto(`${baseUrl}/desk/account`);
  await signIn(page, mia);
  await page.getByRole('button', { name: 'Passkey hinzufügen' }).click();
  await page.getByRole('button', { name: 'Chrome auf Linux umbenennen' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Kasse');
  await page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
  await page.getByText('Kasse', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Überall abmelden, auch hier' }).click();
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await page.getByText('Sie arbeiten noch in keinem Salon').waitFor();

  await page.goto(`${baseUrl}/desk/account`);
  await page.getByRole('button', { name: 'Kasse entfernen' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Entfernen' }).click();
  await page.getByRole('button', { name: 'Kasse entfernen' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Überall abmelden, auch hier' }).click();
  await page.getByRole('button', { name: 'Mit Passkey anmelden' }).click();
  await page.getByText('Diesen Passkey kennen wir nicht.').waitFor();
});

import { expect, test } from 'vitest';
import { DESK, PHONE } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { press, tabTo, type } from '../flow/keyboard.ts';
import { signIn } from '../flow/sign-in.ts';
import { openMember } from '../product/desk-login.ts';
import { stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();

/** An owner of a salon of her own. */
async function owner() {
  const elbe = await salon();
  return { elbe, maren: await openMember(book, elbe.id) };
}

test('by keyboard alone: in, past the areas, to a page by the palette, and out', async () => {
  const { elbe, maren } = await owner();
  const page = await visitor({ viewport: DESK });
  await page.goto(`${baseUrl}/desk/${elbe.slug}/members`);
  await type(page, page.getByRole('textbox', { name: 'E-Mail-Adresse' }), maren.email);
  await type(page, page.getByRole('textbox', { name: 'Passwort' }), maren.password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Zugänge' }).waitFor();

  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Zugänge' }).waitFor();
  await press(page, page.getByRole('link', { name: 'Zum Inhalt' }));
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

  await page.keyboard.press('Control+k');
  const field = page.getByRole('searchbox', { name: 'Name, Tag oder was Sie tun möchten' });
  await field.waitFor();
  await page.keyboard.type('verl');
  await page.getByRole('menuitem', { name: 'Verlauf' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Verlauf' }).waitFor();
  expect(await page.title()).toBe('Verlauf · Salon Elbe');
  // The next view begins at its heading.
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('H1');

  await page.keyboard.press('Control+k');
  await field.waitFor();
  await page.keyboard.type('24.12.');
  await page.getByRole('menuitem', { name: /24\. Dezember/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/calendar\?date=\d{4}-12-24$/);

  await tabTo(page, page.getByRole('button', { name: 'Konto von Maren Petersen' }));
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Abmelden' }).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Anmelden' }).waitFor();
});

test('pages of accounts are fit for everybody, on every screen, in light and dark', async () => {
  const { elbe, maren } = await owner();
  const page = await visitor({ viewport: PHONE });
  for (const [path, heading] of [
    ['sign-in', 'Anmelden'],
    ['sign-up', 'Konto anlegen'],
    ['reset', 'Passwort vergessen'],
    ['reset/none', 'Neues Passwort'],
    ['confirm/none', 'Bitte bestätigen'],
    ['invitation/none', 'Diese Einladung gilt nicht mehr'],
  ] as const) {
    await page.goto(`${baseUrl}/desk/${path}`);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await expectFit(page, path);
  }
  await page.goto(`${baseUrl}/desk/account`);
  await signIn(page, maren);
  await page.getByRole('heading', { level: 1, name: 'Mein Konto' }).waitFor();
  await page.getByText('Dieses Gerät').waitFor();
  await expectFit(page, 'account');
  await page.goto(`${baseUrl}/desk/new-salon`);
  await page.getByRole('heading', { level: 1, name: 'Neuer Salon' }).waitFor();
  await expectFit(page, 'new salon');
  await page.goto(`${baseUrl}/desk/${elbe.slug}/members`);
  await page.getByText(maren.email).waitFor();
  await expectFit(page, 'members');
  await page.getByRole('button', { name: 'Einladen', exact: true }).click();
  await page.getByRole('dialog', { name: 'Jemanden einladen' }).waitFor();
  await expectFit(page, 'inviting');
  await page.goto(`${baseUrl}/desk/${elbe.slug}/audit`);
  await page.getByRole('heading', { level: 1, name: 'Verlauf' }).waitFor();
  await expectFit(page, 'trail');
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Suchen und springen' }).waitFor();
  await expectFit(page, 'palette');
});

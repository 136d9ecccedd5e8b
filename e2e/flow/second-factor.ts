import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';

const PERIOD_MS = 30_000;

/** Says her password, scans what is shown, and turns the second factor on with its first code; returns her app. */
export async function turnOnSecondFactor(page: Page, { password }: { readonly password: string }): Promise<TOTP> {
  await page.getByRole('textbox', { name: 'Zuerst Ihr Passwort' }).fill(password);
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await page.getByRole('img', { name: 'QR-Code zum Scannen mit der Authenticator-App' }).waitFor();
  const secret = ((await page.locator('code').textContent()) ?? '').replaceAll(' ', '');
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  await page.getByRole('textbox', { name: 'Code' }).fill(app.generate());
  await page.getByRole('button', { name: 'Code prüfen und einschalten' }).click();
  return app;
}

/** The code of the next half minute, which counts as well: the one before has been used. */
export const nextCode = (app: TOTP): string => app.generate({ timestamp: Date.now() + PERIOD_MS });

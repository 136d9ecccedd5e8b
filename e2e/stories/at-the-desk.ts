import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import { deskDe as t } from '../../apps/web/src/desk/i18n/de.ts';
import { DESK } from '../browser/browser.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import type { stage } from './stage.ts';

/** Opens salons of their own, each with its owner at the desk. */
export const desks =
  ({ baseUrl, book, salon, visitor }: ReturnType<typeof stage>) =>
  async (viewport = DESK, staff = 2) => {
    const elbe = await salon({ staff });
    const page = await visitor({ viewport });
    await signIn(page, baseUrl, await openMember(book, elbe.id));
    const open = async (path: string, heading: string) => {
      await page.goto(`${baseUrl}/desk/${elbe.slug}/${path}`);
      await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    };
    const save = () => page.getByRole('button', { name: t.shell.save, exact: true }).click();
    const saved = () => page.getByRole('alertdialog').filter({ hasText: t.shell.saved }).first().waitFor();
    return { elbe, salonId: elbe.id, page, open, save, saved };
  };

/** Waits until a field has the focus. */
export const focused = (field: Locator) =>
  expect.poll(() => field.evaluate((one) => one === document.activeElement), { timeout: 5_000 }).toBe(true);

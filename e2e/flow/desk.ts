import type { Locator, Page } from 'playwright-core';
import { deskDe } from '../../apps/web/src/desk/i18n/de.ts';
import { formats } from '../../apps/web/src/lib/formats.ts';

/** How the desk talks in stories. */
export const DESK_DE = { t: deskDe, f: formats('de') };
const { t } = DESK_DE;

/** The desk as somebody works at it: found by the roles and names that it shows. */
export function deskFlow(page: Page) {
  const flow = {
    /** The calendar, once its day is drawn. */
    async open(baseUrl: string, slug: string, query: string) {
      await page.goto(`${baseUrl}/desk/${slug}/calendar?${query}`);
      // A list of blocks that all stand freely has no size of its own.
      await flow.column('Ada').waitFor({ state: 'attached' });
    },
    /** Whose day it is; one on the phone, where all stand in a list, has none. */
    column: (name: string) => page.getByRole('list', { name: new RegExp(`^${name}, `) }),
    /** A visit in the calendar, by who comes. */
    block: (name: string) => page.getByRole('button', { name: new RegExp(name) }),
    /** What stands beside the calendar, or on a phone above it. */
    panel: (title: string | RegExp) =>
      page.getByRole('complementary', { name: title }).or(page.getByRole('dialog', { name: title })),
    /** Touches a place of the calendar: what is drawn there takes the touch, not the button that is read out. */
    async tap(target: Locator, at: { readonly x: number; readonly y: number } = { x: 30, y: 8 }) {
      await target.scrollIntoViewIfNeeded();
      const box = await target.boundingBox();
      if (box === null) throw new Error(`Not on the screen: ${target}`);
      await page.mouse.click(box.x + at.x, box.y + at.y);
    },
    button: (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }),
    /** Chooses somebody who is found by what is typed. */
    async findCustomer(typed: string, name: string | RegExp) {
      await page.getByRole('combobox', { name: t.customers.picker.label }).fill(typed);
      await page.getByRole('option', { name }).first().click();
    },
    async walkIn() {
      await page.getByRole('option', { name: t.customers.picker.walkIn }).click();
    },
    async chooseService(name: string) {
      await page
        .getByRole('button', { name: new RegExp(`^${name}`) })
        .first()
        .click();
    },
    async enter() {
      await flow.button(t.visit.form.enter).click();
    },
    /** Sets a time as the field takes it: part by part. */
    async setTime(field: Locator, time: string) {
      await field.getByRole('spinbutton').first().click();
      await page.keyboard.type(time.replace(':', ''));
    },
    timeField: (label: string) => page.getByRole('group', { name: label }),
    /** What was said to be done, beside the page. */
    toast: (text: string | RegExp) => page.getByRole('alertdialog').filter({ hasText: text }),
    /** Takes back what was done last. */
    async undo() {
      await page
        .getByRole('button', { name: new RegExp(`^${t.shell.toasts.undo}`) })
        .first()
        .click();
    },
  };
  return flow;
}

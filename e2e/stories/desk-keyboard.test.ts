import AxeBuilder from '@axe-core/playwright';
import { expect, test } from 'vitest';
import { DESK } from '../browser/browser.ts';
import { DESK_DE, deskFlow } from '../flow/desk.ts';
import { press, tabTo } from '../flow/keyboard.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { focused } from './at-the-desk.ts';
import { inDays, stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();
const { t } = DESK_DE;
const day = inDays(1);
const PATIENCE = { timeout: 15_000 };

test('by keyboard alone: a visit is entered, moved by the form, cancelled, and taken back with Ctrl Z', async () => {
  const elbe = await salon();
  const page = await visitor({ viewport: DESK });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  const desk = deskFlow(page);
  await desk.open(baseUrl, elbe.slug, `view=day&date=${day}`);
  const axe = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  };

  // What stands beside the calendar gives the focus back to the button of the menu it came from.
  await press(page, desk.button(t.visit.tools.more));
  await page.getByRole('menuitem', { name: t.visit.tools.gaps }).press('Enter');
  await desk.panel(t.gaps.title).waitFor();
  await page.keyboard.press('Escape');
  await focused(desk.button(t.visit.tools.more));

  await press(page, desk.button(t.visit.tools.newVisit));
  // The field for whom has the focus, and its list is open.
  await page.getByRole('option', { name: t.customers.picker.walkIn }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByText(t.customers.picker.walkInChosen, { exact: true }).waitFor();
  await press(page, page.getByRole('button', { name: /^Haarschnitt/ }));
  await axe();
  await press(page, desk.button(t.visit.form.enter));
  await expect.poll(() => elbe.dayBook(day), PATIENCE).toEqual(['10:00–10:30 Haarschnitt bei Ada: niemand, confirmed']);

  const block = page.getByRole('button', { name: /^10:00 bis 10:30, Laufkundschaft/ });
  await block.waitFor();
  // One stop for the whole grid; from there the arrows go from visit to visit.
  await block.focus();
  await page.keyboard.press('Enter');
  await desk.panel('Laufkundschaft').waitFor();
  await axe();
  await press(page, desk.button(t.visit.panel.change));
  await tabTo(page, desk.timeField(t.visit.form.time).getByRole('spinbutton').first());
  await page.keyboard.type('1530');
  await press(page, desk.button(t.visit.form.save));
  await expect.poll(() => elbe.dayBook(day), PATIENCE).toEqual(['15:30–16:00 Haarschnitt bei Ada: niemand, confirmed']);

  await press(page, desk.button(t.visit.panel.cancel));
  await press(page, desk.button(t.visit.panel.cancel));
  await expect.poll(() => elbe.dayBook(day), PATIENCE).toEqual(['15:30–16:00 Haarschnitt bei Ada: niemand, cancelled']);
  // Only what the page has heard of can be taken back.
  await desk.toast(t.visit.said.status.cancelled({ name: 'Laufkundschaft' })).waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => elbe.dayBook(day), PATIENCE).toEqual(['15:30–16:00 Haarschnitt bei Ada: niemand, confirmed']);
  await desk.toast(t.visit.said.undone).waitFor();
});

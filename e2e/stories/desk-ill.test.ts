import { expect, test } from 'vitest';
import { DESK } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { DESK_DE, deskFlow } from '../flow/desk.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();
const { t } = DESK_DE;
const day = inDays(1);
const PATIENCE = { timeout: 15_000 };

test('Ada is ill: a colleague takes over who he can, one visit is cancelled, and all of it can be taken back', async () => {
  // Ada alone does colours; both of them cut.
  const elbe = await salon({ crew: { Ada: ['Haarschnitt', 'Färben'], Ben: ['Haarschnitt'] } });
  const { email } = customer();
  await bookByApi(baseUrl, { slug: elbe.slug, date: day, time: '10:00', email, services: ['Färben'] });
  const page = await visitor({ viewport: DESK });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  const desk = deskFlow(page);
  await desk.open(baseUrl, elbe.slug, `view=day&date=${day}`);
  await desk.tap(desk.column('Ada').getByRole('button', { name: /^Frei 7:00/ }));
  await desk.walkIn();
  await desk.chooseService('Haarschnitt');
  await desk.enter();
  const before = [
    '07:00–07:30 Haarschnitt bei Ada: niemand, confirmed',
    '10:00–11:15 Färben bei Ada: Jonas Weber, confirmed',
  ];
  await expect.poll(() => elbe.dayBook(day), PATIENCE).toEqual(before);

  await desk.button(t.visit.tools.more).click();
  await page.getByRole('menuitem', { name: t.visit.tools.ill }).click();
  await desk.button(new RegExp(t.ill.who.replace('?', '\\?'))).click();
  await page.getByRole('option', { name: 'Ada' }).click();
  const panel = desk.panel(t.ill.title);
  await panel.getByText(t.ill.visits({ n: 2 })).waitFor();
  await expectFit(page, 'what becomes of her visits');
  // Nobody else does colours: the visit is cancelled, and she is told.
  await panel.getByRole('button', { name: /Was wird aus Jonas Weber/ }).click();
  await page.getByRole('option', { name: t.ill.choices.cancel }).click();
  await panel.getByRole('button', { name: t.ill.do({ n: 2 }) }).click();
  await desk.toast(t.ill.done({ name: 'Ada' })).waitFor();
  await expect
    .poll(() => elbe.dayBook(day), PATIENCE)
    .toEqual([
      '07:00–07:30 Haarschnitt bei Ben: niemand, confirmed',
      '10:00–11:15 Färben bei Ada: Jonas Weber, cancelled',
    ]);

  await desk.undo();
  await desk.toast(t.visit.said.undone).waitFor();
  await expect.poll(() => elbe.dayBook(day), PATIENCE).toEqual(before);
});

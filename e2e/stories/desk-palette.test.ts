import { expect, test } from 'vitest';
import { DESK } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { DESK_DE, deskFlow } from '../flow/desk.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();
const { t, f } = DESK_DE;
const day = inDays(3);
const PATIENCE = { timeout: 15_000 };

/** Maren looks at a day; Jonas Weber comes on a later one. */
async function withAVisitLater() {
  const elbe = await salon();
  const { email } = customer();
  await bookByApi(baseUrl, { slug: elbe.slug, date: inDays(9), time: '10:00', email });
  const page = await visitor({ viewport: DESK });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  const desk = deskFlow(page);
  await desk.open(baseUrl, elbe.slug, `view=day&date=${day}&zoom=4`);
  /** Asks the palette, and chooses by Enter what is said to be found. */
  const find = async (typed: string, found: string | RegExp) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('searchbox', { name: t.palette.field }).fill(typed);
    const item = page.getByRole('menuitem', { name: found });
    await item.first().waitFor();
    return item.first();
  };
  return { elbe, email, page, desk, find };
}

test('a visit is found by what the customer reads out, and by her name; it opens in its day', async () => {
  const { elbe, email, page, desk, find } = await withAVisitLater();
  const { rows } = await book.query('select reference from booking where salon_id = $1 and email = $2', [
    elbe.id,
    email,
  ]);
  const reference: string = rows[0].reference;
  const visit = `Jonas Weber ${f.day(inDays(9))}, 10:00 Uhr · Haarschnitt`;

  const found = await find(reference.replace('-', '').toLowerCase(), visit);
  await expectFit(page, 'a visit found');
  await found.click();
  await desk.panel('Jonas Weber').getByText(t.visit.panel.reference({ reference })).waitFor();
  const address = new URL(page.url()).searchParams;
  // The day of the visit, looked at as before.
  expect([address.get('date'), address.get('zoom'), address.get('view')]).toEqual([inDays(9), '4', 'day']);

  await desk.open(baseUrl, elbe.slug, `view=day&date=${day}`);
  await (await find('jonas web', visit)).click();
  await desk.panel('Jonas Weber').getByText(t.visit.panel.reference({ reference })).waitFor();
});

test('what is done from the palette is about the day on the screen', async () => {
  const { elbe, page, desk, find } = await withAVisitLater();
  await (await find('neuer', `${t.palette.newVisit} ${f.day(day)}`)).click();
  await desk.walkIn();
  await desk.chooseService('Haarschnitt');
  await desk.enter();
  await expect.poll(() => elbe.dayBook(day), PATIENCE).toEqual([expect.stringMatching(/^10:00–10:30 Haarschnitt/)]);

  await (await find('krank', `${t.palette.ill} ${f.day(day)}`)).click();
  await desk.panel(t.ill.title).waitFor();
  await (await find('freie', `${t.palette.gaps} ${f.day(day)}`)).click();
  await desk.panel(t.gaps.title).getByText(f.fullDay(day)).waitFor();
  await (await find('block', `${t.palette.block} ${f.day(day)}`)).click();
  const shown = desk.panel(t.visit.timeOff.newTitle).getByRole('group', { name: t.visit.timeOff.fromDay });
  await expect.poll(() => shown.textContent()).toContain(day.slice(8));

  // The day goes to the printer once, and nothing stays in the address that would print it again.
  await page.evaluate(() => {
    const counted = window as unknown as { printed: string[] };
    counted.printed = [];
    window.print = () => counted.printed.push(location.search);
  });
  await (await find('drucken', `${t.palette.print} ${f.day(day)}`)).click();
  const printed = () => page.evaluate(() => (window as unknown as { printed: string[] }).printed);
  await expect.poll(printed).toEqual([expect.stringContaining(`date=${day}`)]);
  await expect.poll(() => new URL(page.url()).searchParams.get('panel')).toBeNull();
});

import type { Page } from 'playwright-core';
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

type Listened = { played: number };

/** Counts what the page plays, from now on and after each reload. */
async function listen(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const listened = window as unknown as Listened;
    listened.played = 0;
    window.AudioContext = class extends AudioContext {
      constructor() {
        super();
        listened.played++;
      }
    };
  });
  return () => page.evaluate(() => (window as unknown as Listened).played);
}

test('what comes in is heard where somebody wants it: once for each booking, and still after a reload', async () => {
  const elbe = await salon();
  const page = await visitor({ viewport: DESK });
  const played = await listen(page);
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  const desk = deskFlow(page);
  await desk.open(baseUrl, elbe.slug, `view=day&date=${day}`);
  const comes = async (time: string, unseen: number) => {
    await bookByApi(baseUrl, { slug: elbe.slug, date: day, time, email: customer().email });
    await page.getByRole('button', { name: `${t.feed.title}: ${t.feed.unseen({ n: unseen })}` }).waitFor();
  };

  // Nobody asked for it: it is counted, and said to who hears the page, without a sound.
  await comes('08:00', 1);
  expect(await played()).toBe(0);

  await desk.button(new RegExp(`^${t.feed.title}`)).click();
  await expectFit(page, 'what came in');
  const sound = page.getByRole('switch', { name: t.feed.sound });
  await sound.locator('xpath=ancestor::label').click();
  // Whoever turns it on hears what it will be like.
  expect(await played()).toBe(1);
  await desk.panel(t.feed.title).getByRole('button', { name: t.shell.close }).click();

  await desk.open(baseUrl, elbe.slug, `view=day&date=${day}`);
  expect(await played()).toBe(0);
  await comes('10:00', 1);
  expect(await played()).toBe(1);
  await comes('12:00', 2);
  expect(await played()).toBe(2);

  // The choice stands there as she left it, and what she enters herself is no news.
  await desk.button(t.visit.tools.newVisit).click();
  await desk.walkIn();
  await desk.chooseService('Haarschnitt');
  await desk.enter();
  await desk.toast('Laufkundschaft ist eingetragen').waitFor();
  await desk.button(new RegExp(`^${t.feed.title}`)).click();
  await page.getByRole('switch', { name: t.feed.sound, checked: true }).waitFor();
  expect(await played()).toBe(2);
});

test('asleep or without a network the desk misses nothing: when it is back it shows what came in', async () => {
  const elbe = await salon();
  const page = await visitor({ viewport: DESK });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  const desk = deskFlow(page);
  await desk.open(baseUrl, elbe.slug, `view=day&date=${day}`);
  await page.context().setOffline(true);
  await page
    .getByText(/^Keine Verbindung/)
    .first()
    .waitFor();
  // What says so lies over nothing that can be pressed.
  await desk.button(t.shell.accountOf({ name: 'Maren Petersen' })).click({ trial: true });
  for (const time of ['08:00', '09:00', '10:00']) {
    await bookByApi(baseUrl, { slug: elbe.slug, date: day, time, email: customer().email });
  }
  await page.context().setOffline(false);
  for (const time of ['8:00', '9:00', '10:00']) {
    await page.getByRole('button', { name: new RegExp(`^${time} bis .*Jonas Weber`) }).waitFor();
  }
  await page.getByRole('button', { name: `${t.feed.title}: ${t.feed.unseen({ n: 3 })}` }).waitFor();
});

test('a day that was never loaded cannot be shown without a network: that is said, and it comes by itself', async () => {
  const elbe = await salon();
  const page = await visitor({ viewport: DESK });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  const desk = deskFlow(page);
  await desk.open(baseUrl, elbe.slug, `view=day&date=${day}`);
  await bookByApi(baseUrl, { slug: elbe.slug, date: inDays(2), time: '08:00', email: customer().email });
  await page.context().setOffline(true);
  await desk.button(t.calendar.next.day).click();
  await page.getByText(t.shell.unseen).waitFor();
  await page.getByText(t.shell.unseenMore).waitFor();
  await expectFit(page, 'a day that was never loaded');
  await page.context().setOffline(false);
  await page.getByRole('button', { name: /^8:00 bis .*Jonas Weber/ }).waitFor();
  expect(await page.getByText(t.shell.unseen).count()).toBe(0);
});

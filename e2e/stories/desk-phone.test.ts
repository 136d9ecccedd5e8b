import { expect, test } from 'vitest';
import { PHONE } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { DESK_DE, deskFlow } from '../flow/desk.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();
const { t } = DESK_DE;
const day = inDays(1);
const PATIENCE = { timeout: 15_000 };

test('on the phone at the chair: the day as a list, a visit marked with a thumb, a walk-in entered', async () => {
  const elbe = await salon();
  const { email } = customer();
  await bookByApi(baseUrl, { slug: elbe.slug, date: day, time: '10:00', email });
  const page = await visitor({ viewport: PHONE, hasTouch: true, isMobile: true });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  const desk = deskFlow(page);
  await page.goto(`${baseUrl}/desk/${elbe.slug}/calendar?view=agenda&date=${day}`);

  await page
    .getByRole('button', { name: /Jonas Weber/ })
    .first()
    .tap();
  const panel = desk.panel('Jonas Weber');
  await panel.getByRole('button', { name: t.visit.panel.arrived }).tap();
  await panel.getByText(t.visit.statuses.arrived, { exact: true }).waitFor();
  await panel.getByRole('button', { name: t.shell.close }).tap();
  await expect.poll(() => elbe.dayBook(day), PATIENCE).toEqual([expect.stringMatching(/Jonas Weber, arrived$/)]);

  await desk.button(t.visit.tools.newVisit).tap();
  await desk.walkIn();
  await desk.setTime(desk.timeField(t.visit.form.time), '12:00');
  await desk.chooseService('Haarschnitt');
  // Everything a thumb has to hit is large enough, and nothing is wider than the phone.
  const small = await desk
    .panel(t.visit.form.newTitle)
    .evaluate((root) =>
      [...root.querySelectorAll('button, a, input:not([type=checkbox]):not([tabindex="-1"])')]
        .map((one) => ({ name: one.textContent, ...one.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => width > 1 && (height < 43.5 || width < 43.5)),
    );
  expect(small).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await desk.enter();
  await expect
    .poll(() => elbe.dayBook(day), PATIENCE)
    .toContainEqual(expect.stringMatching(/^12:00–12:30 Haarschnitt bei Ada: niemand, confirmed$/));
});

test('at 200 % the calendar scrolls in itself, and what is read out in it does not lengthen the page', async () => {
  const elbe = await salon();
  const page = await visitor({ viewport: { width: 640, height: 400 } });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  await page.goto(`${baseUrl}/desk/${elbe.slug}/calendar?view=month&date=${day}`);
  await page.getByRole('table').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(400);
  // Which month it is stands in a line or two, whatever stands beside it.
  const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
  expect(heading?.height).toBeLessThanOrEqual(60);
});

test('without a network what is not here yet is said to be so, and comes by itself; a fault says so, and can be tried again', async () => {
  const elbe = await salon();
  const page = await visitor({ viewport: PHONE });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  await page.goto(`${baseUrl}/desk/${elbe.slug}/team`);
  await page.getByRole('heading', { level: 1, name: t.team.title }).waitFor();
  await page.context().setOffline(true);
  await page.getByRole('link', { name: t.settings.title }).last().click();
  await page.getByText(t.shell.unseen).waitFor();
  await expectFit(page, 'a page without a network');
  await page.context().setOffline(false);
  await page.getByRole('heading', { level: 1, name: t.settings.title }).waitFor();

  const problem = {
    type: 'about:blank',
    title: 'Fault',
    status: 500,
    code: 'internal',
    detail: '',
    requestId: 'r-0815',
  };
  const calendar = (url: URL) => url.pathname.endsWith('/calendar') && url.pathname.startsWith('/api/');
  await page.route(calendar, (route) => route.fulfill({ status: 500, json: problem }));
  await page.goto(`${baseUrl}/desk/${elbe.slug}/calendar?view=agenda&date=${day}`);
  await page.getByText(t.shell.requestId({ id: 'r-0815' })).waitFor();
  await expectFit(page, 'a calendar that cannot be read');
  await page.unroute(calendar);
  await page.getByRole('button', { name: t.shell.retry }).click();
  await page.getByText(t.calendar.empty.noVisits).waitFor();
});

test('in a low window the buttons of a form go along with it, and what is in the way leaves room to read', async () => {
  const elbe = await salon({ staff: 1 });
  await bookByApi(baseUrl, { slug: elbe.slug, date: day, time: '10:00', email: customer().email });
  const page = await visitor({ viewport: { width: 640, height: 400 } });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  const desk = deskFlow(page);
  await page.goto(`${baseUrl}/desk/${elbe.slug}/calendar?view=agenda&date=${day}&panel=new`);
  await desk.walkIn();
  await desk.chooseService('Haarschnitt');
  await desk.enter();
  const anyway = desk.button(t.visit.conflicts.anyway);
  await anyway.scrollIntoViewIfNeeded();
  const box = await anyway.boundingBox();
  expect(box && box.y >= 0 && box.y + box.height <= 400).toBe(true);
  await anyway.click();
  await expect.poll(() => elbe.dayBook(day), PATIENCE).toHaveLength(2);
});

import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { deskDe as t } from '../../apps/web/src/desk/i18n/de.ts';
import { DESK } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { deskFlow } from '../flow/desk.ts';
import { tabTo } from '../flow/keyboard.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();
const day = inDays(2);
const PATIENCE = { timeout: 15_000 };

/** A salon of two chairs in which somebody is booked for a cut at ten, and Maren who looks at that day. */
async function aCutAtTen() {
  const elbe = await salon();
  await elbe.seat('Fenster', 'Spiegel');
  const bookAt = async (time: string, name: string) => {
    const answer = await fetch(`${baseUrl}/api/bookings/public`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({
        ...{ salonSlug: elbe.slug, services: [{ service: 'Haarschnitt' }], date: day, time, customer: customer(name) },
      }),
    });
    expect(answer.status).toBe(201);
  };
  await bookAt('10:00', 'Anna Öztürk');
  const page = await visitor({ viewport: DESK });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  return {
    ...{ elbe, page, bookAt },
    open: (view: string) => page.goto(`${baseUrl}/desk/${elbe.slug}/calendar?view=${view}&stations=1&date=${day}`),
    at: (chair: string) =>
      page.getByRole('list', { name: new RegExp(`^${chair}, `) }).getByRole('button', { name: /Anna Öztürk/ }),
    column: (name: string) => page.getByRole('list', { name: new RegExp(`^${name}, `) }),
  };
}

const boxOf = async (target: { boundingBox(): Promise<{ x: number; y: number; width: number } | null> }) => {
  await expect.poll(() => target.boundingBox(), PATIENCE).not.toBeNull();
  return (await target.boundingBox()) ?? { x: 0, y: 0, width: 0 };
};

test('she is moved to the other chair by mouse, taken back, and moved by keyboard; nobody is asked about a mail', async () => {
  const { page, open, at, column } = await aCutAtTen();
  await open('day');
  await at('Fenster').waitFor();
  const [from, to, person] = [
    await boxOf(column('Fenster')),
    await boxOf(column('Spiegel')),
    await boxOf(column('Ada')),
  ];
  const block = await boxOf(at('Fenster'));
  const drag = async (x: number) => {
    await page.mouse.move(block.x + 30, block.y + 8);
    await page.mouse.down();
    await page.mouse.move(block.x + 30 + x, block.y + 8, { steps: 6 });
    await page.mouse.up();
  };
  // A person is no chair: there it stays where it is.
  await drag(person.x - from.x);
  await at('Fenster').waitFor();
  await drag(to.x - from.x);
  await at('Spiegel').waitFor();
  await page.getByRole('button', { name: new RegExp(`^${t.shell.toasts.undo}`) }).click();
  await at('Fenster').waitFor();

  await at('Fenster').focus();
  for (const key of ['m', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await at('Spiegel').waitFor();
  await page.reload();
  await at('Spiegel').waitFor();
  await expectFit(page, 'chairs');
});

test('in the form another chair is chosen; who sits there is told by name', async () => {
  const { page, open, at, bookAt } = await aCutAtTen();
  await bookAt('10:00', 'Lea Brandt');
  await open('day');
  await at('Fenster').waitFor();
  await tabTo(page, page.getByRole('button', { name: /^10:00 bis 10:30, (Anna|Lea)/ }).first());
  await at('Fenster').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: t.visit.panel.change, exact: true }).click();
  await page.getByRole('button', { name: new RegExp(t.visit.form.station) }).click();
  await page.getByRole('option', { name: 'Spiegel' }).click();
  await page.getByRole('button', { name: t.visit.form.save, exact: true }).click();
  await page.getByText(/Spiegel belegt: Lea Brandt, Haarschnitt/).waitFor();
});

test('a new visit is put on the chair that was asked for', async () => {
  const { page, open, column } = await aCutAtTen();
  await open('day');
  const desk = deskFlow(page);
  await desk.button(t.visit.tools.newVisit).click();
  await desk.walkIn();
  await desk.setTime(desk.timeField(t.visit.form.time), '12:00');
  await desk.chooseService('Haarschnitt');
  const place = page.getByRole('button', {
    name: new RegExp(`${t.visit.form.anyStation}.*${t.visit.form.station}`, 's'),
  });
  await place.click();
  await page.getByRole('option', { name: 'Spiegel' }).click();
  await expectFit(page, 'a new visit with a chair');
  await desk.enter();
  await column('Spiegel')
    .getByRole('button', { name: /^12:00 bis 12:30, Laufkundschaft/ })
    .waitFor();
});

test('a chair in use no more keeps its column until whoever was to sit there sits elsewhere', async () => {
  const { elbe, page, open, at, column } = await aCutAtTen();
  await elbe.retire('Fenster');
  await open('day');
  const retired = `${t.calendar.retired({ name: 'Fenster' })}`.replace(/[()]/g, '\\$&');
  await at(retired).focus();
  await expectFit(page, 'a chair in use no more');
  await at(retired).focus();
  for (const key of ['m', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await at('Spiegel').waitFor();
  await column(retired).waitFor({ state: 'detached' });
});

test('where her chair became a basin, the form has another for her, be it the only one', async () => {
  const { elbe, page, open, at } = await aCutAtTen();
  await elbe.becomes('Fenster', 'Waschplatz');
  await open('day');
  await at('Fenster').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: t.visit.panel.change, exact: true }).click();
  await page.getByRole('button', { name: new RegExp(t.visit.form.anyStation) }).click();
  await page.getByRole('option', { name: 'Spiegel' }).click();
  await page.getByRole('button', { name: t.visit.form.save, exact: true }).click();
  await at('Spiegel').waitFor();
  expect(await at('Fenster').count()).toBe(0);
});

test('a visit outside of hours that shrank later says so in the day, the week and the list', async () => {
  const { elbe, page, open } = await aCutAtTen();
  await elbe.closeEarlier(10 * 60 + 15);
  const told = page.getByRole('button', { name: new RegExp(`Anna Öztürk.*${t.calendar.marks.outside}`, 's') }).first();
  for (const view of ['day', 'week', 'agenda']) {
    await open(view);
    await told.waitFor();
  }
});

import { expect, test } from 'vitest';
import { DESK } from '../browser/browser.ts';
import { DESK_DE, deskFlow } from '../flow/desk.ts';
import { bookByApi } from '../product/book-by-api.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { customer, inDays, stage } from './stage.ts';

const { baseUrl, book, salon, visitor } = stage();
const { t } = DESK_DE;
const day = inDays(1);
const PATIENCE = { timeout: 15_000 };

/**
 * Maren looks at tomorrow, in a salon of her own; what customers booked there stands in it already. All of it is early:
 * what is said to be done lies over the end of the screen.
 */
async function atTheDesk(changes: Parameters<typeof salon>[0] = {}, booked: readonly (readonly string[])[] = []) {
  const elbe = await salon(changes);
  const { email } = customer();
  for (const [index, services] of booked.entries()) {
    await bookByApi(baseUrl, { slug: elbe.slug, date: day, time: `0${7 + 2 * index}:00`, email, services });
  }
  const page = await visitor({ viewport: DESK });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  const desk = deskFlow(page);
  await desk.open(baseUrl, elbe.slug, `view=day&date=${day}`);
  return {
    ...{ elbe, page, desk, email },
    sees: (...lines: readonly RegExp[]) =>
      expect.poll(() => elbe.dayBook(day), PATIENCE).toEqual(lines.map((line) => expect.stringMatching(line))),
    open: (time: RegExp) => desk.tap(page.getByRole('button', { name: time })),
  };
}

test('time is blocked for an errand, moved, and given back; giving it back can be taken back', async () => {
  const { elbe, page, desk, open } = await atTheDesk();
  const words = t.visit.timeOff;
  const benIsTaken = (...spans: readonly string[]) =>
    expect.poll(() => elbe.taken('Ben', day), PATIENCE).toEqual(spans);

  await desk.button(t.visit.tools.more).click();
  await page.getByRole('menuitem', { name: t.visit.tools.block }).click();
  const panel = desk.panel(words.newTitle);
  await panel.getByRole('button', { name: new RegExp(words.whose) }).click();
  await page.getByRole('option', { name: 'Ben' }).click();
  await desk.setTime(panel.getByRole('group', { name: words.fromTime }), '07:00');
  await page.getByRole('textbox', { name: words.reason }).fill('Bank');
  await panel.getByRole('button', { name: words.enter }).click();
  await desk.toast('Blockiert bei Ben').waitFor();
  await benIsTaken('07:00–07:30');

  await open(/^7:00 bis 7:30.*Bank/);
  const there = desk.panel(words.changeTitle.blocked);
  await desk.setTime(there.getByRole('group', { name: words.fromTime }), '09:00');
  await there.getByRole('button', { name: t.visit.form.save }).click();
  await page.getByRole('button', { name: /^9:00 bis 9:30.*Bank/ }).waitFor();
  await benIsTaken('09:00–09:30');

  await open(/^9:00 bis 9:30.*Bank/);
  await there.getByRole('button', { name: words.end }).click();
  await desk.toast('wieder frei').waitFor();
  await benIsTaken();
  await desk.undo();
  await desk.toast(t.visit.said.undone).waitFor();
  await benIsTaken('09:00–09:30');
});

test('what was asked for is granted, or declined with a reason', async () => {
  const { page, desk, sees, open } = await atTheDesk({ needsApproval: true }, [['Haarschnitt'], ['Haarschnitt']]);
  await sees(/^07:00.*requested$/, /^09:00.*requested$/);

  await open(/^7:00 bis 7:30, Jonas Weber/);
  // What happens while the history is open appears in it.
  await desk.button(t.visit.panel.history).click();
  const panel = desk.panel('Jonas Weber');
  await panel.getByText(t.audit.none).waitFor();
  await desk.button(t.visit.panel.confirm).click();
  await desk.toast('Der Termin von Jonas Weber ist bestätigt').waitFor();
  await panel.getByText(/^Maren Petersen hat/).waitFor();
  await sees(/^07:00.*confirmed$/, /^09:00.*requested$/);

  await open(/^9:00 bis 9:30, Jonas Weber/);
  await desk.button(t.visit.panel.decline).click();
  await page.getByRole('textbox', { name: t.visit.panel.reason }).fill('Ausflug');
  await desk.button(t.visit.panel.decline).click();
  await desk.toast('Die Anfrage von Jonas Weber ist abgelehnt').waitFor();
  await sees(/^07:00.*confirmed$/, /^09:00.*cancelled$/);
});

test('two services of one visit become two visits; one is cancelled, and stands again', async () => {
  const { elbe, page, desk, open, email } = await atTheDesk({}, [['Haarschnitt', 'Färben']]);
  const states = () => expect.poll(async () => (await elbe.visitsOf(email)).map(({ status }) => status), PATIENCE);
  await states().toEqual(['confirmed']);

  await open(/^7:00 bis .*Jonas Weber/);
  await desk.button(t.visit.panel.split).click();
  const panel = desk.panel(t.visit.panel.splitTitle);
  await panel.getByRole('checkbox', { name: /^Färben/ }).check();
  await panel.getByRole('button', { name: t.visit.panel.splitDo }).click();
  await desk.toast('Aus dem Termin von Jonas Weber sind zwei geworden').waitFor();
  await states().toEqual(['confirmed', 'confirmed']);

  await desk.button(t.visit.panel.cancel).click();
  await desk.button(t.visit.panel.cancel).click();
  await desk.toast('abgesagt').waitFor();
  await states().toEqual(expect.arrayContaining(['cancelled', 'confirmed']));

  // It has left the calendar; her card leads to it.
  await open(/^\d+:\d+ bis .*Jonas Weber/);
  await page.getByRole('link', { name: /^Karte ansehen/ }).click();
  await page.getByRole('link', { name: new RegExp(t.customers.history.status.cancelled) }).click();
  await desk.button(t.visit.panel.restore).click();
  await desk.toast('Der Termin von Jonas Weber steht wieder').waitFor();
  await states().toEqual(['confirmed', 'confirmed']);
});

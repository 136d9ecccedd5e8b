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

test('somebody could come earlier: the gap says who, how to reach her, and one press brings her forward', async () => {
  const elbe = await salon({ crew: { Ada: ['Haarschnitt', 'Färben'] } });
  const { email } = customer();
  await bookByApi(baseUrl, { slug: elbe.slug, date: day, time: '15:00', email, phone: '040 5551234' });
  const page = await visitor({ viewport: DESK });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  const desk = deskFlow(page);
  await desk.open(baseUrl, elbe.slug, `view=day&date=${day}&panel=gaps`);
  const gaps = desk.panel(t.gaps.title);

  const morning = gaps.getByRole('listitem').filter({ hasText: '7:00–15:00' }).first();
  await morning.getByText(/Passt: .*Färben/).waitFor();
  const call = morning.getByRole('link', { name: /^Jonas Weber anrufen/ });
  expect(await call.getAttribute('href')).toMatch(/^tel:\+?\d+5551234$/);
  // Nobody can come earlier into what is free after her.
  const evening = gaps.getByRole('listitem').filter({ hasText: '15:30–21:00' }).first();
  expect(await evening.getByRole('button', { name: /vorziehen/ }).count()).toBe(0);
  await expectFit(page, 'gaps with somebody who could come');

  await morning.getByRole('button', { name: 'Jonas Weber vorziehen auf 7:00 Uhr' }).click();
  // It was agreed at the telephone.
  await desk.button(t.visit.mail.quiet).click();
  await desk.toast('Jonas Weber').waitFor();
  const sees = (line: string) => expect.poll(() => elbe.dayBook(day), PATIENCE).toEqual([line]);
  await sees('07:00–07:30 Haarschnitt bei Ada: Jonas Weber, confirmed');
  // The list goes on with the day as it is now.
  await gaps.getByRole('listitem').filter({ hasText: '7:30–21:00' }).first().waitFor();
  await desk.undo();
  await sees('15:00–15:30 Haarschnitt bei Ada: Jonas Weber, confirmed');
});

test('a day without a gap says so', async () => {
  const elbe = await salon();
  await elbe.fill(day, day);
  const page = await visitor({ viewport: DESK });
  await signIn(page, baseUrl, await openMember(book, elbe.id));
  const desk = deskFlow(page);
  await desk.open(baseUrl, elbe.slug, `view=day&date=${day}&panel=gaps`);
  await desk.panel(t.gaps.title).getByText(t.gaps.none).waitFor();
});

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { addDays, formatInstant, localDate } from '@salon/domain/time/wall-clock';
import { expect, onTestFinished, test } from 'vitest';
import { deskDe } from '../../apps/web/src/desk/i18n/de.ts';
import { DESK } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { SIE } from '../flow/speech.ts';
import { productApart } from '../product/apart.ts';
import { openMember, signIn } from '../product/desk-login.ts';
import { openBook, openSalon } from '../product/story-salon.ts';
import { customer, inDays, stage } from './stage.ts';

const { product, visitor } = stage();
const { f, t } = SIE;
const run = promisify(execFile);

test('the system is worked on while she books: she is told until when, and then one press is enough', async () => {
  const { baseUrl, ownerUrl, stop } = await productApart(product);
  const book = openBook(ownerUrl);
  onTestFinished(async () => {
    await book.end();
    await stop();
  });
  const readOnly = (...args: string[]) =>
    run(process.execPath, ['scripts/ops.ts', 'read-only', ...args], {
      env: { ...process.env, DATABASE_URL: ownerUrl, DATABASE_DIRECT_URL: '' },
    });
  const elbe = await openSalon(book);
  const anna = customer();
  const phone = await visitor();
  const flow = bookingFlow(phone);
  await flow.upToTheLastButton({ baseUrl, slug: elbe.slug, day: inDays(3), time: '12:00', guest: anna });
  const desk = await visitor({ viewport: DESK });
  await signIn(desk, baseUrl, await openMember(book, elbe.id));
  await desk.goto(`${baseUrl}/desk/${elbe.slug}/calendar`);

  // A day on which no clock is changed in between, whatever day it is today.
  const date = addDays(localDate('Europe/Berlin', Date.now()), 1);
  await readOnly('on', '--until', `${date}T14:30`, '--reason', 'a larger disk');
  const end = `${f.day(date)}, 14:30 Uhr`;
  await phone.getByText(`Bis etwa ${end} können Sie nichts buchen oder ändern.`).waitFor();
  await desk.getByRole('main').getByText(`Bis etwa ${end} können Sie alles ansehen, aber nichts speichern.`).waitFor();
  expect(await desk.evaluate(() => document.documentElement.scrollHeight <= innerHeight)).toBe(true);
  await expectFit(desk, 'the desk is told');
  await flow.lastButton().click();
  await phone.getByText(`Voraussichtlich ab ${end} geht es weiter.`).waitFor();
  await expectFit(phone, 'refused');
  expect(await elbe.visitsOf(anna.email)).toHaveLength(0);

  await readOnly('off');
  await phone.getByText(t.shell.readOnlyOverMore).waitFor();
  await phone.getByText(t.shell.readOnly).waitFor({ state: 'detached' });
  await desk.getByRole('main').getByText(deskDe.shell.readOnly).waitFor({ state: 'detached' });
  await expectFit(phone, 'it goes on');
  await flow.lastButton().click();
  await flow.seesItBooked();
  const [visit] = await elbe.visitsOf(anna.email);
  expect(formatInstant('Europe/Berlin', visit?.startsAt.getTime() ?? 0)).toContain(`${inDays(3)}T12:00`);
});

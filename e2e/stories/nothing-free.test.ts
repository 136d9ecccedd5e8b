import { onTestFinished, test } from 'vitest';
import { addDays } from '../../apps/web/src/lib/dates.ts';
import { DESK } from '../browser/browser.ts';
import { expectFit } from '../browser/looks.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { SIE } from '../flow/speech.ts';
import { layWire } from '../network/wire.ts';
import { inDays, stage } from './stage.ts';

const { baseUrl, salon, visitor } = stage();
const { f } = SIE;
const day = inDays(3);

/** Somebody who looks for a time. */
async function lookingForATime(
  slug: string,
  { url = baseUrl, ...device }: { url?: string; viewport?: typeof DESK } = {},
) {
  const page = await visitor(device);
  const flow = bookingFlow(page);
  await flow.open(url, slug);
  await flow.chooseService('Haarschnitt');
  await flow.chooseWhom();
  return { page, flow };
}

test('a closed day says so and leads to the next free one', async () => {
  const elbe = await salon();
  await elbe.close(day);
  const { page, flow } = await lookingForATime(elbe.slug);
  await page.getByRole('radio', { name: `${f.fullDay(day)}, geschlossen` }).waitFor();
  await flow.chooseDay(day);
  await page.getByText(`Am ${f.dayOfYear(day)} ist geschlossen.`).waitFor();
  await expectFit(page, 'closed day');
  await page.getByRole('button', { name: `Nächster freier Tag: ${f.fullDay(addDays(day, 1))}` }).click();
  await page.getByRole('link', { name: '10:00 Uhr', exact: true }).waitFor();
});

test('a full day says so and leads to the next free one', async () => {
  const elbe = await salon();
  await elbe.fill(day, addDays(day, 1));
  const { page, flow } = await lookingForATime(elbe.slug);
  await page.getByRole('radio', { name: `${f.fullDay(day)}, ausgebucht` }).waitFor();
  await flow.chooseDay(day);
  await page.getByText(`Am ${f.dayOfYear(day)} ist alles ausgebucht.`).waitFor();
  await expectFit(page, 'full day');
  await page.getByRole('button', { name: `Nächster freier Tag: ${f.fullDay(addDays(day, 2))}` }).click();
  await page.getByRole('link', { name: '10:00 Uhr', exact: true }).waitFor();
});

test('the network breaks while the next free day is looked for: it says so, and looks again when asked', async () => {
  const elbe = await salon({ horizonDays: 100 });
  // Beyond what is read ahead.
  await elbe.fill(day, inDays(30));
  const wire = await layWire(baseUrl);
  onTestFinished(wire.stop);
  const { page, flow } = await lookingForATime(elbe.slug, { url: wire.url, viewport: DESK });
  for (const read of [day, inDays(15)]) {
    await page.getByRole('radio', { name: `${f.fullDay(read)}, ausgebucht` }).waitFor();
  }
  wire.cut();
  await flow.chooseDay(day);
  await page.getByText(`Am ${f.dayOfYear(day)} ist alles ausgebucht.`).waitFor();
  const again = page.getByRole('button', { name: 'Noch einmal versuchen' });
  await again.waitFor();
  await expectFit(page, 'not known when something is free');
  wire.mend();
  await again.click();
  await page.getByRole('button', { name: `Nächster freier Tag: ${f.fullDay(inDays(31))}` }).click();
  await page.getByRole('link', { name: '10:00 Uhr', exact: true }).waitFor();
});

test('a month without a free day says so; nothing free at all gives the phone number', async () => {
  const elbe = await salon({ horizonDays: 100 });
  await elbe.fill(inDays(0), inDays(101));
  const { page } = await lookingForATime(elbe.slug);
  await page.getByText('Online ist in nächster Zeit nichts mehr frei.').first().waitFor();
  await page.getByRole('link', { name: '+49 40 1234567' }).first().waitFor();
  await expectFit(page, 'nothing free at all');
  await page.getByRole('button', { name: 'Monat zeigen' }).click();
  await page.getByText(`Im ${f.monthName(inDays(0))} ist nichts mehr frei.`).waitFor();
  await expectFit(page, 'full month');
});

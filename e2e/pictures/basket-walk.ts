import type { AvailabilityAnswer } from '@salon/contracts/availability';
import type { SalonAnswer } from '@salon/contracts/salon';
import type { Browser, Page } from 'playwright-core';
import { addDays, wallClock } from '../../apps/web/src/lib/dates.ts';
import { visitor } from '../browser/browser.ts';
import { bookingFlow } from '../flow/booking-flow.ts';
import { SIE } from '../flow/speech.ts';
import { type Camera, SIZES } from './camera.ts';

const [COLOUR, BROWS, CUT] = ['Ansatzfarbe', 'Augenbrauen zupfen', 'Waschen, Schneiden, Föhnen – kurzes Haar'] as const;

/** Days ahead in which a time is looked for, and from which on it may be moved. */
const [FIRST, DAYS] = [4, 31];

type Slot = AvailabilityAnswer['days'][number]['slots'][number];

/** Colour, brows and a cut in one visit at the demo salon, with a picture of each step, on a phone and on a desk. */
export async function walkWithBasket(browser: Browser, baseUrl: string, take: Camera): Promise<void> {
  for (const { name, ...size } of SIZES) {
    const { context, page } = await visitor(browser, size);
    await oneVisit(page, baseUrl, (step) => take(page, `visit-${step}-${name}`));
    await context.close();
  }
}

async function oneVisit(page: Page, baseUrl: string, take: (step: string) => Promise<void>): Promise<void> {
  const { t, f } = SIE;
  const flow = bookingFlow(page);
  const { day, time } = await tellingTime(baseUrl);
  await flow.open(baseUrl, 'demo');
  await flow.putIn(COLOUR);
  const opens = page.getByRole('button', { name: t.basket.show });
  if (await opens.isVisible()) await flow.openBasket();
  // What people of the demo salon book with a colour.
  await page.getByRole('button', { name: t.basket.add({ service: BROWS }) }).click();
  await page.getByRole('button', { name: t.basket.remove({ service: BROWS }) }).waitFor();
  await take('1-basket');
  await page.getByRole('button', { name: t.basket.add({ service: CUT }) }).click();
  await page.getByRole('button', { name: t.basket.remove({ service: CUT }) }).waitFor();
  if (await opens.isVisible()) await flow.closeBasket();
  await flow.goOn();
  await page.getByRole('button', { name: t.basket.perService }).click();
  await take('2-whom');
  await flow.chooseWhom();
  await flow.chooseDay(day);
  const chosen = page.getByRole('link', { name: new RegExp(`^${f.time(time)}`) }).last();
  await chosen.waitFor();
  await take('3-time');
  await chosen.click();
  await flow.fillIn({ name: 'Anna Petersen', email: 'anna.petersen@kunde.example', phone: '0151 2345678' });
  await page.getByText(t.booking.inclVat).first().waitFor();
  await take('4-check');
  await flow.lastButton().click();
  await flow.seesItBooked();
  await take('5-booked');
}

/** A start at which brows are done by somebody else while the colour develops, if there is one; else the first. */
async function tellingTime(baseUrl: string): Promise<{ day: string; time: string }> {
  const { services, salon } = await read<SalonAnswer>(`${baseUrl}/api/salons/demo`);
  const ids = [COLOUR, BROWS, CUT].map((name) => services.find((one) => one.name === name)?.id).join(',');
  const from = addDays(wallClock(salon.timezone, Date.now()).date, FIRST);
  const url = `${baseUrl}/api/salons/demo/availability?services=${ids}&staff=any&from=${from}&days=${DAYS}`;
  const { days } = await read<AvailabilityAnswer>(url);
  const all = days.flatMap(({ date, slots }) => slots.map((slot) => ({ day: date, time: slot.time, slot })));
  const found = all.find(({ slot }) => slot.recommended && isTelling(slot)) ?? all.find(({ slot }) => isTelling(slot));
  const best = found ?? all[0];
  if (best === undefined) throw new Error('The demo salon has no time for colour, brows and a cut.');
  return best;
}

function isTelling({ items = [] }: Slot): boolean {
  const [colour, brows] = items;
  if (colour === undefined || brows === undefined) return false;
  return colour.staffId !== brows.staffId && Date.parse(brows.startsAt) < Date.parse(colour.endsAt);
}

const read = async <T>(url: string) => (await (await fetch(url)).json()) as T;

import type { Page } from 'playwright-core';
import type { LocalDate } from '../../apps/web/src/lib/dates.ts';
import { SIE, type Speech } from './speech.ts';

export type Guest = { readonly name: string; readonly email: string; readonly phone?: string; readonly note?: string };

/** The way to a visit as somebody takes it: each step by the roles and names that it shows, and waits for the next. */
export function bookingFlow(page: Page, { t, f }: Speech = SIE) {
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const basket = () => page.getByRole('region', { name: t.booking.yourChoice });
  const REMOVE = new RegExp(`${t.basket.remove({ service: '' })}$`);
  const flow = {
    async open(baseUrl: string, slug: string, query = '') {
      await page.goto(`${baseUrl}/s/${slug}${query}`);
      await page.getByRole('searchbox', { name: t.booking.search }).waitFor();
    },
    async chooseService(name: string) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('link', { name: t.booking.next, exact: true }).click();
    },
    /** Puts services into the basket, in the order in which they are tapped. */
    async putIn(...names: readonly string[]) {
      for (const name of names) {
        await page.getByRole('button', { name, pressed: false }).click();
        await page.getByRole('button', { name, pressed: true }).waitFor();
      }
    },
    /** On a phone: opens what is in the basket, above the bar. */
    async openBasket() {
      await page.getByRole('button', { name: t.basket.show }).click();
      await basket().waitFor();
    },
    async closeBasket() {
      await basket().getByRole('button', { name: t.basket.close }).click();
      await basket().waitFor({ state: 'detached' });
    },
    /** The services of the open basket, in their order. */
    async basket(): Promise<readonly string[]> {
      const labels = await basket().getByRole('button', { name: REMOVE }).all();
      return Promise.all(labels.map(async (one) => (await one.getAttribute('aria-label'))?.replace(REMOVE, '') ?? ''));
    },
    async goOn() {
      await page.getByRole('link', { name: t.booking.next, exact: true }).click();
    },
    async chooseWhom(name = t.booking.anybody) {
      await heading(t.booking.whom);
      await page.getByRole('link', { name }).click();
    },
    /** With whom one of several services is wanted. */
    async chooseWhomFor(service: string, name: string) {
      await heading(t.booking.whom);
      await page.getByRole('group', { name: service }).getByRole('radio', { name }).check();
    },
    async chooseDay(day: LocalDate) {
      await heading(t.booking.when);
      await page.getByRole('radio', { name: f.fullDay(day) }).check();
      await page.getByRole('heading', { level: 2, name: f.dayOfYear(day) }).waitFor();
    },
    async chooseTime(time: string) {
      await page.getByRole('link', { name: f.time(time), exact: true }).click();
    },
    async fillIn({ name, email, phone, note }: Guest) {
      await heading(t.booking.yourDetails);
      await page.getByRole('textbox', { name: t.booking.name }).fill(name);
      await page.getByRole('textbox', { name: t.booking.email }).fill(email);
      if (phone !== undefined) await page.getByRole('textbox', { name: t.booking.phone }).fill(phone);
      if (note !== undefined) await page.getByRole('textbox', { name: t.booking.note }).fill(note);
      await page.getByRole('button', { name: t.booking.toCheck }).click();
      await heading(t.booking.check);
    },
    lastButton: () => page.getByRole('button', { name: t.booking.bindingly }),
    async seesItBooked() {
      await heading(t.booking.booked);
    },
    /** All but the last button: "Haarschnitt" with whoever can first. */
    async upToTheLastButton(visit: { baseUrl: string; slug: string; day: LocalDate; time: string; guest: Guest }) {
      await flow.open(visit.baseUrl, visit.slug);
      await flow.chooseService('Haarschnitt');
      await flow.chooseWhom();
      await flow.chooseDay(visit.day);
      await flow.chooseTime(visit.time);
      await flow.fillIn(visit.guest);
    },
  };
  return flow;
}

import type { Page } from 'playwright-core';
import type { LocalDate } from '../../apps/web/src/lib/dates.ts';
import { SIE, type Speech } from './speech.ts';

export type Guest = { readonly name: string; readonly email: string; readonly phone?: string; readonly note?: string };

/** The way to a visit as somebody takes it: each step by the roles and names that it shows, and waits for the next. */
export function bookingFlow(page: Page, { t, f }: Speech = SIE) {
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const flow = {
    async open(baseUrl: string, slug: string, query = '') {
      await page.goto(`${baseUrl}/s/${slug}${query}`);
      await page.getByRole('searchbox', { name: t.booking.search }).waitFor();
    },
    async chooseService(name: string) {
      await page.getByRole('button', { name }).click();
      await page.getByRole('link', { name: t.booking.next, exact: true }).click();
    },
    async chooseWhom(name = t.booking.anybody) {
      await heading(t.booking.whom);
      await page.getByRole('link', { name }).click();
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

import type { SalonAnswer } from '@salon/contracts/salon';
import type { Messages } from '../../i18n/de.ts';
import type { Formats } from '../../lib/formats.ts';
import { ANYBODY, type Wish } from './wish.ts';

export type Service = SalonAnswer['services'][number];
export type StaffMember = SalonAnswer['staff'][number];

/** The chosen services, in the order chosen. */
export function servicesOf(wish: Pick<Wish, 'services'>, offer: Pick<SalonAnswer, 'services'>): readonly Service[] {
  return wish.services.flatMap((id) => offer.services.filter((one) => one.id === id));
}

/** What the chosen services take and cost together: minutes, and cents (`from` where one may cost more). */
export function totalOf(services: readonly Service[]): { minutes: number; cents: number; from: boolean } {
  return {
    minutes: services.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0),
    cents: services.reduce((sum, { priceCents }) => sum + priceCents, 0),
    from: services.some(({ priceFrom }) => priceFrom),
  };
}

/** "ab 35 €", "35 €", "kostenlos" */
export function priceText(
  { cents, from }: { readonly cents: number; readonly from: boolean },
  currency: string,
  { t, f }: { readonly t: Messages; readonly f: Formats },
): string {
  if (cents === 0 && !from) return t.booking.free;
  const price = f.price(cents, currency);
  return from ? t.booking.fromPrice({ price }) : price;
}

/** The person that was asked for; undefined for whoever can first. */
export function personOf(wish: Pick<Wish, 'whom'>, offer: Pick<SalonAnswer, 'staff'>): StaffMember | undefined {
  return wish.whom === ANYBODY ? undefined : offer.staff.find(({ id }) => id === wish.whom);
}

/** First names are what people call each other in a salon. */
export const firstName = (name: string) => name.split(/\s+/)[0] ?? name;

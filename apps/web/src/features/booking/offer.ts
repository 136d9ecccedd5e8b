import type { SalonAnswer } from '@salon/contracts/salon';
import type { Messages } from '../../i18n/de.ts';
import type { Formats } from '../../lib/formats.ts';
import type { Slot } from '../times/day.ts';
import { ANYBODY, whomEach } from './whom.ts';
import type { Wish } from './wish.ts';

export type Service = SalonAnswer['services'][number];
type StaffMember = SalonAnswer['staff'][number];

/** The chosen services, in the order chosen. */
export function servicesOf(wish: Pick<Wish, 'services'>, offer: Pick<SalonAnswer, 'services'>): readonly Service[] {
  return wish.services.flatMap((id) => offer.services.filter((one) => one.id === id));
}

/** "Ansatzfarbe + Pony schneiden"; more than fit into a line: the first, and how many more. */
export function namesOf(services: readonly Service[], t: Messages): string {
  const [first, ...more] = services.map(({ name }) => name);
  return more.length > 1 ? t.basket.andMore({ service: first ?? '', n: more.length }) : [first, ...more].join(' + ');
}

/** The person that was asked for all of the visit; undefined for whoever can first, and for several. */
export function personOf(wish: Pick<Wish, 'whom'>, offer: Pick<SalonAnswer, 'staff'>): StaffMember | undefined {
  return wish.whom?.length === 1 ? offer.staff.find(({ id }) => id === wish.whom?.[0]) : undefined;
}

/** "bei Maren", "bei Maren und Jonas", "egal bei wem"; where some of it may be done by anybody, that is said too. */
export function withWhom(
  wish: Pick<Wish, 'whom' | 'services'>,
  offer: Pick<SalonAnswer, 'staff'>,
  { t, f }: { readonly t: Messages; readonly f: Formats },
): string {
  const asked = new Set(whomEach(wish.whom, wish.services.length));
  const names = [...asked]
    .flatMap((id) => offer.staff.filter((one) => one.id === id))
    .map(({ name }) => firstName(name));
  if (names.length === 0) return t.booking.withAnybody;
  const name = f.all(names);
  return asked.has(ANYBODY) ? t.basket.withSome({ name }) : t.booking.with({ name });
}

/** With whom services are wanted; once a start of several is chosen, who does them. */
export const whomAt = (slot: Slot | undefined, whom: Wish['whom']): Wish['whom'] =>
  slot?.items?.map(({ staffId }) => staffId) ?? whom;

/** First names are what people call each other in a salon. */
export const firstName = (name: string) => name.split(/\s+/)[0] ?? name;

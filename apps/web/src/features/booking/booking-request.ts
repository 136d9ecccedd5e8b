import type { BookingRequest } from '@salon/contracts/booking';
import type { Language } from '../../i18n/language.ts';
import type { Details } from './details.ts';
import { ANYBODY, type Wish } from './wish.ts';

/** What is sent for a wish and what somebody said about themselves. */
export function bookingRequest(about: {
  readonly slug: string;
  readonly wish: Wish;
  readonly details: Details;
  readonly language: Language;
  readonly priceCents: number;
}): BookingRequest | undefined {
  const { wish, details } = about;
  if (wish.day === null || wish.at === null || wish.whom === null) return undefined;
  const staffId = wish.whom === ANYBODY ? undefined : wish.whom;
  const phone = details.phone.trim();
  const note = details.note.trim();
  const guest = details.guest.trim();
  return {
    salonSlug: about.slug,
    services: wish.services.map((service) => ({ service, ...(staffId === undefined ? {} : { staffId }) })),
    date: wish.day,
    time: wish.at,
    customer: {
      name: details.name.trim(),
      email: details.email.trim(),
      ...(phone === '' ? {} : { phone }),
    },
    ...(details.forOther && guest !== '' ? { guestName: guest } : {}),
    ...(note === '' ? {} : { note }),
    locale: about.language,
    expectedPriceCents: about.priceCents,
    ...(details.website === '' ? {} : { website: details.website as '' }),
  };
}

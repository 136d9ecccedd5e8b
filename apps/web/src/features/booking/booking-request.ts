import type { BookingRequest } from '@salon/contracts/booking';
import type { Language } from '../../i18n/language.ts';
import type { Details } from './details.ts';
import { ANYBODY, whomEach } from './whom.ts';
import type { Wish } from './wish.ts';

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
  const each = whomEach(wish.whom, wish.services.length);
  const phone = details.phone.trim();
  const note = details.note.trim();
  const guest = details.guest.trim();
  return {
    salonSlug: about.slug,
    services: wish.services.map((service, index) => {
      const staffId = each[index];
      return { service, ...(staffId === undefined || staffId === ANYBODY ? {} : { staffId }) };
    }),
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

import type { Salon } from './salon.ts';

/** What page and mails show of a salon whatever they are about. */
export function salonCard({ config, profile }: Salon) {
  const { slug, name, locale, addressForm, phone, street, postalCode, city, colour, logoUrl } = profile;
  return {
    slug,
    name,
    timezone: config.timeZone,
    locale,
    addressForm,
    phone,
    address: { street, postalCode, city },
    colour,
    logoUrl,
  };
}

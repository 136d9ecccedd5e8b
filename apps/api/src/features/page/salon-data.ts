import type { SalonAnswer } from '@salon/contracts/salon';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A salon as schema.org tells it to search engines: where it is, when it is open, what it sells for how much. */
export function salonAsData(answer: SalonAnswer, page: string): object {
  const { salon, openings } = answer;
  const { street, postalCode, city } = salon.address;
  const picture = salon.logoUrl === null ? undefined : new URL(salon.logoUrl, page).href;
  // What is not known is undefined, and so left out.
  return {
    '@context': 'https://schema.org',
    '@type': 'HairSalon',
    '@id': page,
    url: page,
    name: salon.name,
    description: salon.description ?? undefined,
    telephone: salon.phone ?? undefined,
    image: picture,
    logo: picture,
    currenciesAccepted: salon.currency,
    address: {
      '@type': 'PostalAddress',
      streetAddress: street ?? undefined,
      postalCode: postalCode ?? undefined,
      addressLocality: city ?? undefined,
    },
    openingHoursSpecification: openings.map(({ weekday, opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: `https://schema.org/${WEEKDAYS[weekday - 1]}`,
      opens,
      // Their clock has no 24:00.
      closes: closes === '24:00' ? '23:59' : closes,
    })),
    hasOfferCatalog: catalogue(answer),
    potentialAction: { '@type': 'ReserveAction', target: page },
  };
}

function catalogue({ salon, categories, services }: SalonAnswer): object {
  const offers = (categoryId: string) =>
    services.filter((service) => service.categoryId === categoryId).map((service) => offer(service));
  return {
    '@type': 'OfferCatalog',
    name: salon.name,
    itemListElement: categories
      .map(({ id, name }) => ({ '@type': 'OfferCatalog', name, itemListElement: offers(id) }))
      .filter(({ itemListElement }) => itemListElement.length > 0),
  };
}

function offer({ name, description, priceCents, priceFrom, currency }: SalonAnswer['services'][number]): object {
  const price = amount(priceCents, currency);
  return {
    '@type': 'Offer',
    itemOffered: { '@type': 'Service', name, description: description ?? undefined },
    priceCurrency: currency,
    ...(priceFrom
      ? { priceSpecification: { '@type': 'PriceSpecification', minPrice: price, priceCurrency: currency } }
      : { price }),
  };
}

/** Minor units as the currency's own decimal number. */
function amount(minorUnits: number, currency: string): string {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions();
  return (minorUnits / 10 ** digits).toFixed(digits);
}

import type { SalonAnswer } from '@salon/contracts/salon';

type Whole = SalonAnswer['salon'];

/** What every page shows of a salon, whether it came with its catalogue or with one visit. */
export type SalonCard = Pick<
  Whole,
  'slug' | 'name' | 'timezone' | 'locale' | 'addressForm' | 'phone' | 'address' | 'colour' | 'logoUrl'
>;

/** "Große Rainstraße 114, 22765 Hamburg"; undefined where none is given. */
export function addressLine({ address }: Pick<SalonCard, 'address'>): string | undefined {
  const town = [address.postalCode, address.city].filter(Boolean).join(' ');
  return [address.street, town].filter(Boolean).join(', ') || undefined;
}

/** Where maps of phone and desktop alike find the salon. */
export function mapLink(salon: Pick<SalonCard, 'name' | 'address'>): string | undefined {
  const address = addressLine(salon);
  if (address === undefined) return undefined;
  return `https://www.google.com/maps/search/?${new URLSearchParams({ api: '1', query: `${salon.name}, ${address}` })}`;
}

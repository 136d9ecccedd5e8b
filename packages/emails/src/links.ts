import type { MailSalon } from './mail.ts';

/** `tel:` for a number as people write it; undefined where it is none. */
export function phoneLink(phone: string): string | undefined {
  // "+49 (0)40": the zero is dialled only from inside the country.
  const digits = phone.replace(/(?<=^\s*(?:\+|00)[\d\s]+)\(0\)/, '').replace(/[\s()/.-]/g, '');
  return /^\+?\d{3,15}$/.test(digits) ? `tel:${digits}` : undefined;
}

/** `mailto:` for one plain address. */
export function mailLink(address: string): string {
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}`;
}

/** Where this address lies, in the map program of whoever asks; undefined without a street or a city. */
export function mapLink({ name, address }: Pick<MailSalon, 'name' | 'address'>): string | undefined {
  if (address.street === null || address.city === null) return undefined;
  const query = encodeURIComponent(`${name}, ${addressLine(address)}`);
  return `https://www.google.com/maps/search/?api=1&query=${query}`;
}

/** "Große Elbstraße 1, 22767 Hamburg", or what of it is known. */
export function addressLine({ street, postalCode, city }: MailSalon['address']): string {
  const town = [postalCode, city].filter((part) => part !== null).join(' ');
  return [street, town].filter((part) => part !== null && part !== '').join(', ');
}

/**
 * The address of a picture that mail programs show; undefined where it is none. Gmail and Outlook show no SVG, and a logo
 * that is missing looks worse than the salon's name.
 */
export function logoLink(logoUrl: string | null): string | undefined {
  if (logoUrl === null || !URL.canParse(logoUrl)) return undefined;
  const { protocol, pathname, href } = new URL(logoUrl);
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && !/\.svgz?$/i.test(pathname) ? href : undefined;
}

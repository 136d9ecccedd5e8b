import type { SalonAnswer } from '@salon/contracts/salon';

/** What can be read of a salon's page before any of its scripts has come, by the names the built page gives them. */
export function firstTexts({ salon }: SalonAnswer): Readonly<Record<string, string>> {
  const { street, postalCode, city } = salon.address;
  const town = [postalCode, city].filter(Boolean).join(' ');
  return {
    name: salon.name,
    description: salon.description ?? '',
    address: [street, town].filter(Boolean).join(', '),
  };
}

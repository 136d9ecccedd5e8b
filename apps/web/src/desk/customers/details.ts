import type { CustomerCard } from '@salon/contracts/desk/customers';
import { looksLikeEmail } from './picked.ts';

/** What can be typed on a card; nothing is the empty text. */
export type Details = Record<'name' | 'email' | 'phone' | 'notes' | 'allergies', string>;

const FIELDS = ['name', 'phone', 'email', 'allergies', 'notes'] as const;

export const detailsOf = (card: Pick<CustomerCard, keyof Details>): Details => ({
  name: card.name,
  email: card.email ?? '',
  phone: card.phone ?? '',
  notes: card.notes ?? '',
  allergies: card.allergies ?? '',
});

/** Which fields are wrong, before anything is sent. */
export function wrongDetails({ name, email }: Details): { name: boolean; email: boolean } {
  return { name: name.trim() === '', email: email.trim() !== '' && !looksLikeEmail(email.trim()) };
}

/** What was changed, as the API takes it: an emptied field is taken off the card. */
export function changedDetails(before: Details, after: Details): Partial<Record<keyof Details, string | null>> {
  return Object.fromEntries(
    FIELDS.filter((field) => after[field].trim() !== before[field]).map((field) => [
      field,
      after[field].trim() || null,
    ]),
  );
}

import type { CustomerRow } from '@salon/contracts/desk/customers';
import type { NewVisit } from '@salon/contracts/desk/visit';

/** Whom a visit is for: somebody with a card, somebody new, or a walk-in without details. */
export type Picked =
  | {
      readonly kind: 'card';
      readonly customer: Pick<CustomerRow, 'id' | 'name' | 'email' | 'phone'> & Partial<CustomerRow>;
    }
  | { readonly kind: 'new'; readonly name: string; readonly email: string; readonly phone: string }
  | { readonly kind: 'walkIn' };

/** What a new visit says of whom it is for; undefined while something is missing. */
export function customerOf(picked: Picked | null): NewVisit['customer'] | undefined {
  if (picked === null) return undefined;
  if (picked.kind === 'walkIn') return null;
  if (picked.kind === 'card') return { id: picked.customer.id };
  const [name, email, phone] = [picked.name.trim(), picked.email.trim(), picked.phone.trim()];
  if (name === '' || (email !== '' && !looksLikeEmail(email))) return undefined;
  return { name, ...(email === '' ? {} : { email }), ...(phone === '' ? {} : { phone }) };
}

/** Whether mails can be sent to whom a visit is for. */
export function hasAddress(picked: Picked | null): boolean {
  if (picked === null || picked.kind === 'walkIn') return false;
  return picked.kind === 'card' ? picked.customer.email !== null : looksLikeEmail(picked.email.trim());
}

/** Somebody new, with what was typed where it belongs. */
export function newFrom(typed: string): Picked & { kind: 'new' } {
  const text = typed.trim();
  if (text.includes('@')) return { kind: 'new', name: '', email: text, phone: '' };
  if (/^[-+\d\s()/.]+$/.test(text)) return { kind: 'new', name: '', email: '', phone: text };
  return { kind: 'new', name: text, email: '', phone: '' };
}

/** Enough to tell a slip; the API decides. */
export const looksLikeEmail = (text: string) => /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/.test(text);

import type { DeskCustomer } from '@salon/contracts/desk/visit';
import type { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { emailKey } from '../booking/email-key.ts';
import type { Salon } from '../salon/salon.ts';
import type { DeskCustomerRepo } from './desk-customer.repo.ts';
import type { VisitFields } from './visit-state.ts';
import type { NewCard } from './visit-write.ts';

/** Who comes, as a visit tells it. */
type WhoComes = {
  readonly fields: Pick<VisitFields, 'customerId' | 'name' | 'email' | 'phone' | 'locale'>;
  readonly card?: NewCard;
};

/**
 * Who is meant: a card, somebody new (or known by her address: her card is not changed), or nobody in particular.
 * Throws `customer_not_found`.
 */
export async function whoComes(
  deps: { readonly customers: DeskCustomerRepo; readonly newId: () => string },
  salon: Salon,
  member: MemberScope,
  customer: z.output<typeof DeskCustomer> | null,
): Promise<WhoComes> {
  if (customer === null)
    return { fields: { customerId: null, name: '', email: null, phone: null, locale: salon.profile.locale } };
  if ('id' in customer) {
    const card = await deps.customers.card(member, customer.id);
    if (card === undefined) throw new AppError('customer_not_found', 'The salon has no such customer.');
    const { id: customerId, name, email, phone, locale } = card;
    return { fields: { customerId, name, email, phone, locale } };
  }
  const { locale } = salon.profile;
  const { name, email = null, phone = null } = customer;
  const card = { id: deps.newId(), emailKey: email && emailKey(email), name, email, phone, locale };
  return { fields: { customerId: null, name, email, phone, locale }, card };
}

import type { FoundVisit } from '@salon/contracts/desk/visit';
import { formatInstant } from '@salon/domain/time/wall-clock';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { typedReference } from '../booking/reference.ts';
import { whose } from '../customers/customer-search.repo.ts';
import { type CustomerSearchDeps, searchCustomers } from '../customers/customer-search.service.ts';
import type { VisitSearchRepo } from './visit-search.repo.ts';

export type VisitSearchDeps = CustomerSearchDeps & { readonly visitSearch: VisitSearchRepo };

/** So many customers are looked at who may be meant. */
const CUSTOMERS = 6;

/** The visit of the reference that was typed; where it is none, what the customers that may be meant come for next. */
export async function searchVisits(deps: VisitSearchDeps, member: MemberScope, search: string): Promise<FoundVisit[]> {
  const { timeZone } = (await deps.salons.current({ id: member.salonId })).config;
  const rows = await found(deps, member, search);
  return rows.map((row) => ({ ...row, startsAt: formatInstant(timeZone, row.startsAt.getTime()) }));
}

async function found(deps: VisitSearchDeps, member: MemberScope, search: string) {
  const { visitSearch } = deps;
  if (!/[\p{L}\p{N}]/u.test(search)) return [];
  const reference = typedReference(search);
  const named = reference === undefined ? [] : await visitSearch.byReference(member, reference, whose(member));
  // Eight letters may be a name as well.
  if (named.length > 0) return named;
  const customers = await searchCustomers(deps, member, { search, limit: CUSTOMERS });
  return visitSearch.next(
    member,
    customers.map(({ id }) => id),
    deps.clock(),
    whose(member),
  );
}

import type { MergePreview, MergeRequest, MergeSide } from '@salon/contracts/desk/customers';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { Doer } from '../set-up/doer.ts';
import type { Card } from './customer.repo.ts';
import type { CustomerCardDeps } from './customer-card.service.ts';
import type { MergeRepo } from './merge.repo.ts';
import { noCustomer, staleCard } from './refusals.ts';

export type MergeDeps = CustomerCardDeps & { readonly merges: MergeRepo };

/** What two cards will be as one: the first stays, the other ends as a signpost to it. */
export async function mergePreview(
  deps: MergeDeps,
  member: MemberScope,
  keepsId: string,
  goesId: string,
): Promise<MergePreview> {
  const [keeps, goes] = await bothCards(deps, member, keepsId, goesId);
  const [left, right] = [await sideOf(deps, member, keeps), await sideOf(deps, member, goes)];
  const { id: _, version: __, ...details } = left;
  const result = {
    ...details,
    email: left.email ?? right.email,
    phone: left.phone ?? right.phone,
    notes: joined(left.notes, right.notes),
    allergies: joined(left.allergies, right.allergies),
    blocked: left.blocked || right.blocked,
    visits: left.visits + right.visits,
    noShows: left.noShows + right.noShows,
    formulas: left.formulas + right.formulas,
    upcoming: left.upcoming + right.upcoming,
  };
  return { keeps: left, goes: right, result };
}

/** Makes one card of two, as the preview says but for the details chosen by hand. */
export async function mergeCustomers(
  deps: MergeDeps,
  doer: Doer,
  keepsId: string,
  wish: MergeRequest,
): Promise<string> {
  const [keeps, goes] = await bothCards(deps, doer.member, keepsId, wish.otherId);
  const addressed = (wish.emailOf ?? (keeps.email === null ? 'goes' : 'keeps')) === 'keeps' ? keeps : goes;
  const outcome = await deps.merges.merge(
    doer,
    { id: keeps.id, version: wish.version },
    { id: goes.id, version: wish.otherVersion },
    {
      name: wish.name ?? keeps.name,
      email: addressed.email,
      emailKey: addressed.emailKey,
      phone: wish.phone === undefined ? (keeps.phone ?? goes.phone) : wish.phone,
      notes: joined(keeps.notes, goes.notes),
      allergies: joined(keeps.allergies, goes.allergies),
    },
  );
  if (outcome === 'not_found') throw noCustomer();
  if (outcome === 'version_conflict') throw staleCard();
  deps.announceChange(doer.member, 'all');
  return keeps.id;
}

async function bothCards({ customers }: MergeDeps, member: MemberScope, keepsId: string, goesId: string) {
  const both = [await customers.find(member, keepsId), await customers.find(member, goesId)] as const;
  // Merged already: there is nothing left to be made one.
  if (both[0].id === both[1].id) throw noCustomer();
  return both;
}

async function sideOf({ customerVisits, clock }: MergeDeps, member: MemberScope, card: Card): Promise<MergeSide> {
  const { visits, noShows, upcoming } = await customerVisits.sums(member, card.id, clock(), null);
  const { id, version, name, email, phone, notes, allergies } = card;
  return {
    ...{ id, version, name, email, phone, notes, allergies, visits, noShows, upcoming },
    blocked: card.blockedAt !== null,
    formulas: card.formulas.length,
  };
}

/** Nothing that stood on either card is lost. */
function joined(one: string | null, other: string | null): string | null {
  if (one === null || other === null || one === other) return one ?? other;
  return `${one}\n\n${other}`;
}

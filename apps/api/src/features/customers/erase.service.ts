import type { ErasePreview } from '@salon/contracts/desk/customers';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { Doer } from '../set-up/doer.ts';
import { cardVisit } from './customer-card.service.ts';
import type { MergeDeps } from './merge.service.ts';
import { noCustomer, staleCard } from './refusals.ts';

/** What goes when a customer is erased, named before it does. */
export async function erasePreview(deps: MergeDeps, member: MemberScope, id: string): Promise<ErasePreview> {
  const card = await deps.customers.find(member, id);
  const { timeZone } = (await deps.salons.current({ id: member.salonId })).config;
  const now = deps.clock();
  const { visits } = await deps.customerVisits.sums(member, card.id, now, null);
  const ahead = await deps.customerVisits.ahead(member, card.id, now);
  return {
    version: card.version,
    visits,
    formulas: card.formulas.length,
    upcoming: ahead.map((visit) => cardVisit(visit, timeZone, member)),
  };
}

/**
 * Erases a customer. Throws `in_use` with the visits ahead unless they are to be cancelled with it; nobody is told by
 * mail, since nobody is left to be told.
 */
export async function eraseCustomer(
  deps: MergeDeps,
  doer: Doer,
  id: string,
  { version, cancelFuture }: { version: number; cancelFuture: boolean },
): Promise<{ visits: number; cancelled: number }> {
  const card = await deps.customers.find(doer.member, id);
  const done = await deps.merges.erase(doer, { id: card.id, version }, cancelFuture);
  if (done.outcome === 'erased') {
    deps.announceChange(doer.member, 'all');
    return { visits: done.visits, cancelled: done.cancelled };
  }
  if (done.outcome === 'in_use') throw await visitsAhead(deps, doer.member, card.id);
  throw done.outcome === 'version_conflict' ? staleCard() : noCustomer();
}

async function visitsAhead(deps: MergeDeps, member: MemberScope, id: string): Promise<AppError> {
  const { timeZone } = (await deps.salons.current({ id: member.salonId })).config;
  const ahead = await deps.customerVisits.ahead(member, id, deps.clock());
  return new AppError('in_use', 'There are visits ahead. Cancel them first, or with it.', {
    conflicts: ahead.map((visit) => ({
      kind: 'visit',
      visitId: visit.id,
      startsAt: formatInstant(timeZone, visit.startsAt.getTime()),
      endsAt: formatInstant(timeZone, visit.endsAt.getTime()),
    })),
  });
}

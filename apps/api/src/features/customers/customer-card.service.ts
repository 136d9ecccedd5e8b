import type { CustomerCard, CustomerVisit, CustomerVisits } from '@salon/contracts/desk/customers';
import { reachOf } from '@salon/contracts/desk/rights';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { pricesFor } from '../calendar/calendar.service.ts';
import { seesWhole } from '../calendar/desk-visit.row.ts';
import type { AnnounceChange } from '../live/change-bell.ts';
import type { SalonService } from '../salon/salon.service.ts';
import { dateOf } from '../set-up/dates.ts';
import type { CustomerRepo } from './customer.repo.ts';
import type { CardVisit, CustomerVisitsRepo, VisitMark } from './customer-visits.repo.ts';

export type CustomerCardDeps = {
  readonly customers: CustomerRepo;
  readonly customerVisits: CustomerVisitsRepo;
  readonly salons: Pick<SalonService, 'current'>;
  readonly clock: () => number;
  readonly announceChange: AnnounceChange;
};

/** Visits of one page of her history. */
const PAGE = 20;

/** All that is known of a customer. Throws `customer_not_found`, also where she is none of the member's own. */
export async function customerCard(deps: CustomerCardDeps, member: MemberScope, id: string): Promise<CustomerCard> {
  const card = await deps.customers.find(member, id);
  const salon = await deps.salons.current({ id: member.salonId });
  const { timeZone } = salon.config;
  const now = deps.clock();
  const sums = await deps.customerVisits.sums(member, card.id, now, member.staffId);
  const [next] = await deps.customerVisits.ahead(member, card.id, now);
  const { version, name, email, phone, locale, notes, allergies, formulas } = card;
  const revenue = reachOf(member.role, 'seeRevenue');
  return {
    ...{ id: card.id, version, name, email, phone, locale, notes, allergies },
    blocked: card.blockedAt && { since: formatInstant(timeZone, card.blockedAt.getTime()), reason: card.blockedReason },
    createdAt: formatInstant(timeZone, card.createdAt.getTime()),
    noShows: sums.noShows,
    visitCount: sums.visitCount,
    ...(revenue ? { revenueCents: revenue === 'all' ? sums.revenueCents : sums.ownRevenueCents } : {}),
    currency: salon.config.currency,
    nextVisit: next ? cardVisit(next, timeZone, member) : null,
    formulas: formulas.map((one) => ({
      id: one.id,
      mixedOn: dateOf(one.mixedOn),
      formula: one.formula,
      staff: one.staffName,
    })),
    history: await page(deps, member, card.id, timeZone, undefined),
  };
}

/** Older visits of a customer, from where a page ended. */
export async function customerHistory(
  deps: CustomerCardDeps,
  member: MemberScope,
  id: string,
  before: string | undefined,
): Promise<CustomerVisits> {
  const card = await deps.customers.find(member, id);
  const { timeZone } = (await deps.salons.current({ id: member.salonId })).config;
  return page(deps, member, card.id, timeZone, before === undefined ? undefined : readMark(before));
}

async function page(
  { customerVisits }: CustomerCardDeps,
  member: MemberScope,
  id: string,
  timeZone: string,
  before: VisitMark | undefined,
): Promise<CustomerVisits> {
  const found = await customerVisits.page(member, id, before, PAGE);
  const visits = found.slice(0, PAGE);
  const last = found.length > PAGE ? visits.at(-1) : undefined;
  return {
    visits: visits.map((visit) => cardVisit(visit, timeZone, member)),
    before: last ? `${last.startsAt.getTime()}_${last.id}` : null,
  };
}

function readMark(text: string): VisitMark {
  const [, at, id] = /^(-\d{1,13}|\d{1,15})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  if (at === undefined || id === undefined) {
    throw new AppError('invalid_request', 'This is no place in her history.', {
      errors: [{ path: 'querystring.before', message: 'is not one of ours' }],
    });
  }
  return { at: Number(at), id };
}

/** A visit of a card; its price is for those who may see it: all, or that of visits that are all one's own. */
export function cardVisit(visit: CardVisit, timeZone: string, member: MemberScope): CustomerVisit {
  const { id, reference, status, guestName, note, priceCents } = visit;
  const items = visit.items ?? [];
  const staffIds = items.map(({ staffId }) => staffId);
  return {
    ...{ id, reference, status, guestName, note, items },
    startsAt: formatInstant(timeZone, visit.startsAt.getTime()),
    endsAt: formatInstant(timeZone, visit.endsAt.getTime()),
    ...(seesWhole(pricesFor(member), staffIds) ? { priceCents } : {}),
  };
}

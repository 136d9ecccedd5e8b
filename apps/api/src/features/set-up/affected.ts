import { AFFECTED_SHOWN, type AffectedVisit } from '@salon/contracts/desk/set-up';
import type { SalonConfig } from '@salon/domain/salon/salon-config';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { type AstrayReason, whyAstray } from '@salon/domain/visit/astray';
import { AppError } from '../../errors/app-error.ts';
import type { VisitAhead } from './visits-ahead.repo.ts';

/** A visit with, per item, why it lies outside of what the salon offers. */
type Astray = { readonly visit: VisitAhead; readonly reasons: readonly (readonly AstrayReason[])[] };

const anyOf = ({ reasons }: Astray) => reasons.some((list) => list.length > 0);

/** A chair or room serves the whole visit: what is wrong with it is said of each of its items. */
function whyItems(config: SalonConfig, { items, stationIds }: VisitAhead): AstrayReason[][] {
  const serviceIds = items.map(({ serviceId }) => serviceId);
  return items.map((item) => whyAstray(config, { ...item, stationIds, serviceIds }));
}

/** Visits of which some part lies outside, the way the salon is set up in `config`. */
export function astrayVisits(config: SalonConfig, visits: readonly VisitAhead[]): Astray[] {
  return visits.map((visit) => ({ visit, reasons: whyItems(config, visit) })).filter(anyOf);
}

/** Visits that lie outside by `after` for a reason that `before` does not give: what a change does to them. */
export function newlyAstray(before: SalonConfig, after: SalonConfig, visits: readonly VisitAhead[]): Astray[] {
  return visits
    .map((visit) => {
      const known = whyItems(before, visit);
      const now = whyItems(after, visit);
      return { visit, reasons: now.map((reasons, at) => reasons.filter((reason) => !known[at]?.includes(reason))) };
    })
    .filter(anyOf);
}

/** How they are told. */
export function affectedVisits(timeZone: string, list: readonly Astray[]): AffectedVisit[] {
  return list.slice(0, AFFECTED_SHOWN).map(({ visit, reasons }) => ({
    id: visit.id,
    reference: visit.reference,
    status: visit.status,
    name: visit.name,
    startsAt: formatInstant(timeZone, visit.startsAt.getTime()),
    endsAt: formatInstant(timeZone, visit.endsAt.getTime()),
    items: visit.items.map(({ service, staffId, staff, startsAt }, at) => ({
      service,
      staffId,
      staff,
      startsAt: formatInstant(timeZone, startsAt),
      reasons: [...(reasons[at] ?? [])],
    })),
  }));
}

/** The refusal that shows what would happen to them. */
export function visitsAffected(timeZone: string, list: readonly Astray[]): AppError {
  return new AppError('visits_affected', 'Booked visits would be affected; confirm to do it all the same.', {
    visits: affectedVisits(timeZone, list),
    total: list.length,
  });
}

/** The same for visits in time that shall be taken from whoever does them. */
export function visitsInTheWay(timeZone: string, visits: readonly VisitAhead[]): AppError {
  return visitsAffected(
    timeZone,
    visits.map((visit) => ({ visit, reasons: [] })),
  );
}

import type { DeskVisit, VisitAnswer } from '@salon/contracts/desk/visit';
import { outsideOpenings } from '@salon/domain/desk/obstacles';
import type { SalonConfig } from '@salon/domain/salon/salon-config';
import { formatInstant } from '@salon/domain/time/wall-clock';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { pricesFor } from '../calendar/calendar.service.ts';
import { deskVisits } from '../calendar/desk-visit.row.ts';
import type { DeskVisitDeps } from './desk-visit.service.ts';
import { noSuchVisit } from './desk-visit.service.ts';
import { seenVisit } from './seen-visit.ts';

/** A visit and whose it is. Throws `booking_not_found`. */
export async function visitAnswer(deps: DeskVisitDeps, member: MemberScope, visitId: string): Promise<VisitAnswer> {
  const [salon, rows, [state]] = await Promise.all([
    deps.salons.current({ id: member.salonId }),
    seenVisit(deps, member, visitId),
    deps.changes.states(member, [visitId]),
  ]);
  const { timeZone } = salon.config;
  const [visit] = deskVisits(timeZone, rows, pricesFor(member));
  if (visit === undefined || state === undefined) throw noSuchVisit();
  const { cancelReason } = state.fields;
  const rest = {
    outside: isOutside(salon.config, visit, deps.clock()),
    ...{ createdAt: formatInstant(timeZone, state.createdAt), cancelReason },
  };
  const card = visit.customerId === null ? undefined : await deps.customers.summary(member, visit.customerId);
  if (card === undefined) return { visit, ...rest, customer: null };
  const { no_shows: noShows, locale: _, ...customer } = card;
  return { visit, ...rest, customer: { ...customer, noShows } };
}

/** Hours may have shrunk since it was booked. Colour develops at any hour, clearing up may run over, and what is done is no news. */
function isOutside(config: SalonConfig, { status, items, endsAt }: DeskVisit, now: number): boolean {
  const isExpected = status === 'requested' || status === 'confirmed' || status === 'arrived';
  if (!isExpected || Date.parse(endsAt) <= now) return false;
  const work = items.flatMap(({ staffId, phases }) =>
    phases
      .filter(({ kind }) => kind !== 'processing')
      .map((phase) => ({ staffId, start: Date.parse(phase.startsAt), end: Date.parse(phase.endsAt) })),
  );
  return outsideOpenings(config, work).length > 0;
}

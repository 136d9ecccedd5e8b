import type { Problem } from '@salon/contracts/errors';
import { canChangeOnline } from '@salon/domain/salon/change-online';
import { datesTouched } from '@salon/domain/time/days-span';
import { DAY, MINUTE } from '@salon/domain/time/interval';
import { formatInstant } from '@salon/domain/time/wall-clock';
import type { ManageLinks } from '@salon/links/manage-link';
import type { ManageTokens } from '@salon/links/manage-token';
import { AppError } from '../../errors/app-error.ts';
import { scopeOfManageToken } from '../../scope/salon-scope.ts';
import type { BookingDeps } from '../booking/booking.service.ts';
import { bookingAnswer } from '../booking/booking-answer.ts';
import { readOnly } from '../booking/refusals.ts';
import { publicPolicy } from '../salon/public-policy.ts';
import type { Salon } from '../salon/salon.ts';
import { salonCard } from '../salon/salon-card.ts';
import type { ManageRepo } from './manage.repo.ts';
import type { Visit } from './visit.ts';

/** How long after the visit its link still opens. */
const LINK_DAYS = 90;

export type ManageDeps = BookingDeps & {
  readonly visits: ManageRepo;
  readonly tokens: ManageTokens;
  readonly links: ManageLinks;
};

/** What a manage link opens. */
export type Opened = { readonly salon: Salon; readonly visit: Visit };

/**
 * Opens a manage link. Throws `booking_not_found`, `link_expired`, `erased`; each names the salon if the link was once
 * one of ours.
 */
export async function openLink(deps: ManageDeps, text: string): Promise<Opened> {
  const token = deps.tokens.verify(text);
  if (token === undefined) throw unknownLink();
  const scope = scopeOfManageToken(token);
  const visit = await deps.visits.find(scope, token.bookingId);
  const salon = await deps.salons.current({ id: scope.salonId });
  const whose = { salon: salonCard(salon) };
  if (visit === undefined || visit.tokenVersion !== token.tokenVersion) throw unknownLink(whose);
  if (visit.erased) throw new AppError('erased', 'What was known of this visit was erased on request.', whose);
  if (visit.endsAt + LINK_DAYS * DAY < deps.clock()) {
    throw new AppError('link_expired', `Links stop working ${LINK_DAYS} days after the visit.`, whose);
  }
  return { salon, visit };
}

const unknownLink = (whose: Pick<Problem, 'salon'> = {}) =>
  new AppError('booking_not_found', 'This link belongs to no booking.', whose);

/** The booking as its customer sees it, with what she may still do. */
export function manageAnswer(deps: ManageDeps, { salon, visit }: Opened) {
  const { policy, timeZone } = salon.config;
  const { guestName, note, cancelReason } = visit;
  const open = canChangeOnline(visit, policy, deps.clock());
  return {
    booking: currentBooking(deps, { salon, visit }),
    canCancel: open,
    canReschedule: open && !policy.paused,
    cancellableUntil: formatInstant(timeZone, visit.startsAt - policy.cancellationMinutes * MINUTE),
    policy: publicPolicy(salon),
    salon: salonCard(salon),
    priceFrom: visit.items.some(({ serviceId }) => salon.services.get(serviceId)?.priceFrom),
    note,
    guestName,
    cancelReason,
  };
}

export function currentBooking(deps: ManageDeps, { salon, visit }: Opened) {
  const { salonId, timeZone: timezone } = salon.config;
  const { id, tokenVersion } = visit;
  const answer = bookingAnswer({ ...visit, timezone, customer: { name: visit.name, email: visit.email } });
  return { ...answer, manageUrl: deps.links.urlOf({ salonId, bookingId: id, tokenVersion }) };
}

/**
 * Cancels a visit; again is the same as once. Throws `policy_window` when it is too late, `read_only`.
 */
export async function cancelVisit(
  deps: ManageDeps,
  opened: Opened,
  reason: string | undefined,
  requestId: string,
): Promise<Opened> {
  const { salon, visit } = opened;
  if (visit.status === 'cancelled') return opened;
  if (deps.readOnly.on) throw readOnly(deps.readOnly, deps.clock());
  const { cancellationMinutes } = salon.config.policy;
  const cancel = { now: deps.clock(), cancellationMinutes, reason, outboxId: deps.newId(), requestId };
  const outcome = await deps.repo.cancel(salon.scope, visit.id, cancel);
  if (outcome === 'policy_window') throw tooLate();
  if (outcome === 'cancelled') deps.announceChange(salon.scope, datesOfVisit(opened));
  return { salon, visit: (await deps.visits.find(salon.scope, visit.id)) ?? visit };
}

/** The days a visit lies on. */
export const datesOfVisit = ({ salon, visit }: Opened) =>
  datesTouched(salon.config.timeZone, { start: visit.startsAt, end: visit.endsAt });

export const tooLate = () =>
  new AppError('policy_window', 'This visit can no longer be changed online. Please call the salon.');

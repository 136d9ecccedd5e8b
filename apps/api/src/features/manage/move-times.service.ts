import type { AvailabilityAnswer } from '@salon/contracts/availability';
import { canChangeOnline } from '@salon/domain/salon/change-online';
import type { SalonConfig } from '@salon/domain/salon/salon-config';
import type { TakenTime, VisitRequest } from '@salon/domain/visit/arrangement';
import { listSlots, type Slot, type SlotDay } from '@salon/domain/visit/slots';
import { AppError } from '../../errors/app-error.ts';
import { daysAnswer } from '../availability/slot-answer.ts';
import { takenFor } from '../availability/taken-time.ts';
import { tooComplex } from '../booking/refusals.ts';
import { type ManageDeps, type Opened, tooLate } from './manage.service.ts';
import { atAgreedPrices, requestAgain } from './moves.ts';

type Query = {
  /** A staff id; `any`: the same person if free, else whoever can. */
  readonly staff: string;
  readonly from: string;
  readonly days: number;
};

/**
 * The times a visit can be moved to, its own time free to it: whom and what price each names is what
 * moving there brings. Throws `policy_window`, `staff_not_found`, `basket_too_complex`.
 */
export async function moveTimes(
  deps: ManageDeps,
  { salon: known, visit }: Opened,
  { staff, from, days }: Query,
): Promise<AvailabilityAnswer> {
  const now = deps.clock();
  const staffId = staff === 'any' ? undefined : staff;
  const request = requestAgain(visit, () => staffId);
  const { salon, taken } = await takenFor(deps, known, request, { from, days, except: visit.id });
  if (!canChangeOnline(visit, salon.config.policy, now)) throw tooLate();
  if (staffId !== undefined && !salon.config.staff.some((one) => one.id === staffId)) {
    throw new AppError('staff_not_found', 'The salon has no such staff member.');
  }
  const config = atAgreedPrices(salon.config, visit);
  const listed = (wish: VisitRequest) => list(config, wish, taken, { from, days, now });
  const all = listed(request);
  const same = staffId === undefined ? listed(requestAgain(visit, (item) => item.staffId)) : [];
  const unchanged = new Map(same.flatMap((day) => day.slots).map((slot) => [slot.startsAt, slot]));
  const moves = all.map((day) => ({
    ...day,
    slots: day.slots.map((slot) => asMoved(slot, unchanged.get(slot.startsAt))),
  }));
  return daysAnswer(salon.config, moves, request.items.length > 1);
}

function list(
  config: SalonConfig,
  request: VisitRequest,
  taken: readonly TakenTime[],
  range: { from: string; days: number; now: number },
): SlotDay[] {
  const days = listSlots(config, request, taken, range);
  if (days === 'basket_too_complex') throw tooComplex();
  return days;
}

/** A slot as the move takes it: with the same staff if they can. */
function asMoved(slot: Slot, unchanged: Slot | undefined): Slot {
  const { best, staffIds } = unchanged ?? slot;
  const others = slot.staffIds.filter((id) => !staffIds.includes(id));
  return {
    ...slot,
    best,
    staffIds: best.items.length > 1 ? staffIds : [...staffIds, ...others],
    priceCents: best.priceCents,
  };
}

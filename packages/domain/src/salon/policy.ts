import type { BookingStatus } from '../booking/status.ts';
import { MINUTE } from '../time/interval.ts';
import { addDays, localDate } from '../time/wall-clock.ts';
import type { Policy, SalonConfig } from './salon-config.ts';

/** Between which bounds a visit may start when it is booked now. */
export type StartBounds = {
  /** First instant, epoch milliseconds. */
  readonly earliest: number;
  /** Last local date, inclusive. */
  readonly lastDate: string;
};

/**
 * What lead time and horizon leave at `now` (epoch milliseconds). `graceMs` softens the lead time only: a slot stays
 * bookable a little longer than it is shown.
 */
export function startBounds({ policy, timeZone }: SalonConfig, now: number, graceMs = 0): StartBounds {
  return {
    earliest: now + policy.leadMinutes * MINUTE - graceMs,
    lastDate: addDays(localDate(timeZone, now), policy.horizonDays),
  };
}

/** The status of a visit just booked online. */
export function firstStatus(policy: Pick<Policy, 'needsApproval'>): BookingStatus {
  return policy.needsApproval ? 'requested' : 'confirmed';
}

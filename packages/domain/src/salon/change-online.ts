import type { BookingStatus } from '../booking/status.ts';
import { MINUTE } from '../time/interval.ts';
import type { Policy } from './salon-config.ts';

/** Whether its customer may still cancel or move a visit online: it is ahead, and outside the cancellation window. */
export function canChangeOnline(
  booking: { readonly status: BookingStatus; readonly startsAt: number },
  policy: Pick<Policy, 'cancellationMinutes'>,
  now: number,
): boolean {
  const ahead = booking.status === 'requested' || booking.status === 'confirmed';
  return ahead && now <= booking.startsAt - policy.cancellationMinutes * MINUTE;
}

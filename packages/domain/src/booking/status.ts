/** Every state a booking can be in. */
export const BOOKING_STATUSES = ['requested', 'confirmed', 'arrived', 'done', 'no_show', 'cancelled'] as const;
export type BookingStatus = (typeof BOOKING_STATUSES)[number];

/**
 * Which states may follow which. The last row of a day is often wrong (ticked off by mistake, arrived after all), so the
 * salon can go back from every state; a dead visit that comes back must claim its time again.
 */
const NEXT: Record<BookingStatus, readonly BookingStatus[]> = {
  requested: ['confirmed', 'cancelled'],
  confirmed: ['arrived', 'done', 'no_show', 'cancelled'],
  arrived: ['confirmed', 'done', 'cancelled'],
  done: ['confirmed', 'arrived'],
  no_show: ['confirmed', 'arrived'],
  cancelled: ['requested', 'confirmed'],
};

/** Whether a booking may go from one state to another; never to the one it is in. */
export function canBecome(from: BookingStatus, to: BookingStatus): boolean {
  return NEXT[from].includes(to);
}

/** Whether a booking in this state holds its time: a cancelled visit and a no-show do not. */
export function isLive(status: BookingStatus): boolean {
  return status !== 'cancelled' && status !== 'no_show';
}

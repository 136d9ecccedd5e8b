import type { NeverReason } from '@salon/domain/visit/arrange';
import { AppError } from '../../errors/app-error.ts';
import type { Salon } from '../salon/salon.ts';

const NEVER: Record<NeverReason, string> = {
  off_grid: 'The salon does not start visits at that time of day.',
  lead_time: 'That time is past, or too soon to be booked online.',
  horizon: 'That day is too far ahead to be booked yet.',
  closed: 'Nobody who does this works long enough at that time.',
  not_offered: 'That staff member does not do this service.',
};

export const neverBookable = (reason: NeverReason) => new AppError('slot_not_bookable', NEVER[reason]);

export const nonexistentTime = () =>
  new AppError('slot_not_bookable', 'That local time does not exist on that day, or not with that offset.');

export const tooComplex = () =>
  new AppError('basket_too_complex', 'There are too many ways to combine these services. Name staff members.');

export const priceChanged = () =>
  new AppError('price_changed', 'At that time the visit costs more than you were shown.');

export const callSalon = () => new AppError('call_salon', 'This visit cannot be booked online. Please call the salon.');

export const keyReused = () =>
  new AppError('idempotency_key_reused', 'This key was used for another request. Use a new one for a new request.');

export const erased = () => new AppError('erased', 'The booking made with this key was erased on request.');

/** `until`: when bookings can be made again, if that is known. */
export const readOnly = ({ until }: { readonly until: string | null }, now: number) =>
  new AppError('read_only', 'Bookings can be seen but not changed at the moment.', {
    estimatedRecovery: until,
    // An end that is unknown, or was a hope: come back in five minutes.
    retryAfter: until === null || Date.parse(until) <= now ? 300 : Math.ceil((Date.parse(until) - now) / 1000),
  });

export const bookingPaused = (salon: Salon) =>
  new AppError('booking_paused', salon.profile.pausedMessage ?? 'The salon takes no online bookings right now.');

import { AppError } from '../../errors/app-error.ts';
import type { KnownAnswer } from '../booking/known-answer.ts';
import type { BookingFigures, CountedBooking } from './booking-figures.ts';

/** Nothing the customer could have done otherwise. */
const OURS: ReadonlySet<string> = new Set(['internal', 'overloaded']);

type Booked = {
  readonly status: 'confirmed' | 'requested';
  readonly items: readonly { readonly service: string }[];
  readonly priceCents: number;
  readonly currency: string;
};

/** Books, and counts how that ended. */
export async function countBooking(
  figures: BookingFigures,
  salon: string,
  book: () => Promise<KnownAnswer>,
): Promise<KnownAnswer> {
  const began = performance.now();
  const count = (how: Omit<CountedBooking, 'salon' | 'seconds'>) =>
    figures.booking({ salon, seconds: (performance.now() - began) / 1_000, ...how });
  try {
    const known = await book();
    if (known.duplicate) {
      count({ status: 'duplicate' });
    } else {
      const { status, items, priceCents, currency } = JSON.parse(known.answer) as Booked;
      count({ status, service: items[0]?.service, priceCents, currency });
    }
    return known;
  } catch (error) {
    const ours = !(error instanceof AppError) || OURS.has(error.code);
    count(ours ? { status: 'failed' } : { status: 'refused', code: error.code });
    throw error;
  }
}

import type { Decision, KeyOutcome } from './booking.repo.ts';
import { erased, keyReused } from './refusals.ts';

/** An answer as it is stored, ready to go out with its link. */
export type KnownAnswer = {
  readonly salonId: string;
  readonly bookingId: string;
  readonly tokenVersion: number;
  /** The booking as JSON text, without its link. */
  readonly answer: string;
  /** The key had been answered before. */
  readonly duplicate: boolean;
};

/** What a key stands for. Throws `idempotency_key_reused` and `erased`. */
export function knownAnswer(salonId: string, decision: Decision<KeyOutcome | 'booked' | 'moved'>): KnownAnswer {
  const { outcome, answer, bookingId, tokenVersion } = decision;
  if (outcome === 'reused') throw keyReused();
  if (outcome === 'erased' || answer === null || bookingId === null || tokenVersion === null) throw erased();
  return { salonId, bookingId, tokenVersion, answer, duplicate: outcome === 'replay' };
}

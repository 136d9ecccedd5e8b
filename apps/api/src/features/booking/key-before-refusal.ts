import { AppError } from '../../errors/app-error.ts';
import type { SalonService } from '../salon/salon.service.ts';
import type { Salon } from '../salon/salon.ts';
import type { BookingRepo, KeyedRequest } from './booking.repo.ts';
import { type KnownAnswer, knownAnswer } from './known-answer.ts';

/**
 * Whatever the rules say, a known key gives its answer. Else the refusal stands, unless it was
 * made on an old configuration: then that is loaded, to decide again.
 */
export async function keyBeforeRefusal(
  deps: { readonly repo: BookingRepo; readonly salons: SalonService },
  salon: Salon,
  { target, keyed }: { readonly target: string; readonly keyed: KeyedRequest },
  refusal: unknown,
): Promise<KnownAnswer | { readonly salon: Salon }> {
  if (!(refusal instanceof AppError)) throw refusal;
  const { version, known } = await deps.repo.findKey(salon.scope, target, keyed);
  if (known !== undefined) return knownAnswer(salon.profile.id, known);
  if (version <= salon.config.version) throw refusal;
  return { salon: await deps.salons.atLeast(salon.profile.id, version) };
}

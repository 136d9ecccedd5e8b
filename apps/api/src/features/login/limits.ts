import type { RateLimits } from '../../config.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Attempt, AttemptsRepo } from './attempts.repo.ts';

/** Tries of one address in a minute: a whole team behind one router, but no list of passwords. */
const PER_ADDRESS = 20;

/** Wrong tries for one account, from wherever; whoever signs in by a passkey is not kept out by them. */
export const SIGN_IN = { what: 'sign-in', most: 10, seconds: 15 * 60 };
/** Of one's password, by whoever has one's session. */
export const PASSWORD = { what: 'password', most: 10, seconds: 15 * 60 };
export const CODE = { what: 'code', most: 10, seconds: 15 * 60 };

/** Route option: limits what one address may try; what is done counts apart from what else is done. */
export function addressLimit(limits: RateLimits | undefined, group: string) {
  if (limits === undefined) return {};
  return { rateLimit: { max: Math.min(PER_ADDRESS, limits.writes), timeWindow: '1 minute', groupId: group } };
}

type Limit = Pick<Attempt, 'what' | 'seconds'> & { readonly most: number };

/** Counts a try for an account, or an address, before it is looked at, so that many at once are not more than in a row. */
export async function limitAccount(attempts: AttemptsRepo, limit: Limit, who: string, now: number): Promise<void> {
  const { count, until } = await attempts.count({ ...limit, who }, now);
  if (count <= limit.most) return;
  throw new AppError('rate_limited', 'Too many tries. Wait a little; a password that is forgotten can be set anew.', {
    retryAfter: Math.max(1, Math.ceil((until - now) / 1000)),
  });
}

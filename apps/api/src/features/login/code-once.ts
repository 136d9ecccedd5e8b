import { APIError, createAuthMiddleware } from 'better-auth/api';
import type { AttemptsRepo } from './attempts.repo.ts';

/** As long as a code is taken, and longer. */
const SECONDS = 120;

/** Counts the use of a code; false: it was used before. */
export async function useCode(attempts: AttemptsRepo, loginId: string, code: string, now: number): Promise<boolean> {
  const { count } = await attempts.count({ what: `code ${code}`, who: loginId, seconds: SECONDS }, now);
  return count === 1;
}

/**
 * The library takes a code of the second factor again while it is valid, so whoever watches one being typed could use it
 * too. Here a code counts once for a login: decided before it is looked at, since afterwards cookies have been made.
 */
export const codeOnce = (attempts: AttemptsRepo, clock: () => number) =>
  createAuthMiddleware(async (ctx) => {
    if (ctx.path !== '/two-factor/verify-totp') return;
    const { context } = ctx;
    const challenge = await ctx.getSignedCookie(context.createAuthCookie('two_factor').name, context.secret);
    const pending = challenge ? await context.internalAdapter.findVerificationValue(challenge) : null;
    // Signed in already: setting it up, where the library asks the session.
    if (pending === null) return;
    const { code } = ctx.body as { code: string };
    if (await useCode(attempts, pending.value, code, clock())) return;
    throw new APIError('UNAUTHORIZED', { code: 'INVALID_CODE', message: 'This code was used before' });
  });

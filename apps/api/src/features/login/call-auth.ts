import { AsyncLocalStorage } from 'node:async_hooks';
import { isAPIError } from 'better-auth/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '../../errors/app-error.ts';
import { webHeaders } from './session.ts';

/** Whose request the library works on, for what it asks us to do meanwhile. */
const asking = new AsyncLocalStorage<string>();
export const askingRequest = () => asking.getStore() ?? null;

const goneLink = () => new AppError('link_expired', 'This link was used, or is too old. Ask for a new one.');
const wrongCode = () => new AppError('code_wrong', 'That code is not right, or was used before.');
const beginAgain = () => new AppError('unauthenticated', 'Begin again: this sign-in took too long.');
const wrongCredentials = () => new AppError('credentials_wrong', 'These credentials are not right.');

/** What the library's refusals mean. */
const REFUSALS: Readonly<Record<string, () => AppError>> = {
  INVALID_EMAIL_OR_PASSWORD: wrongCredentials,
  INVALID_PASSWORD: wrongCredentials,
  // Somebody who has no password.
  CREDENTIAL_ACCOUNT_NOT_FOUND: wrongCredentials,
  EMAIL_NOT_VERIFIED: () => new AppError('confirm_email', 'Confirm your address first: a mail is on its way to it.'),
  INVALID_TOKEN: goneLink,
  TOKEN_EXPIRED: goneLink,
  USER_NOT_FOUND: goneLink,
  INVALID_USER: () => new AppError('forbidden', 'This link is for another account than the one signed in here.'),
  INVALID_CODE: wrongCode,
  INVALID_BACKUP_CODE: wrongCode,
  INVALID_TWO_FACTOR_COOKIE: beginAgain,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: beginAgain,
  ACCOUNT_TEMPORARILY_LOCKED: () =>
    new AppError('rate_limited', 'Too many wrong codes. Wait a little.', { retryAfter: 15 * 60 }),
  // Its address was taken between look and insert, or the database is away.
  FAILED_TO_CREATE_USER: () =>
    new AppError('overloaded', 'Too much is going on right now. Try again in a moment.', { retryAfter: 2 }),
  TOTP_NOT_ENABLED: () => new AppError('status_conflict', 'There is no second factor.'),
  TWO_FACTOR_NOT_ENABLED: () => new AppError('status_conflict', 'There is no second factor.'),
  TOTP_ALREADY_ENABLED: () => new AppError('status_conflict', 'There is a second factor. Remove it first.'),
  SESSION_NOT_FRESH: () => new AppError('sign_in_again', 'Sign in once more, then try again.'),
  CHALLENGE_NOT_FOUND: beginAgain,
  PASSKEY_NOT_FOUND: wrongCredentials,
  AUTHENTICATION_FAILED: wrongCredentials,
  FAILED_TO_VERIFY_REGISTRATION: () => new AppError('invalid_request', 'This passkey could not be added.'),
};

type Answered<T> = { readonly headers: Headers; readonly response: T };

/**
 * Has the library do its part of a request: with the request's headers, its cookies copied to the reply, its refusals in
 * the words of all others.
 */
export async function callAuth<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  call: (headers: Headers) => Promise<Answered<T>>,
): Promise<T> {
  try {
    const { headers, response } = await asking.run(request.id, () => call(webHeaders(request)));
    const cookies = headers.getSetCookie();
    if (cookies.length > 0) reply.header('set-cookie', cookies);
    return response;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    // Somebody used one of her recovery codes at the same instant; it says so without a code.
    const refusal = error.status === 'CONFLICT' ? beginAgain : REFUSALS[String(error.body?.code)];
    if (refusal !== undefined) throw refusal();
    throw new Error(`better-auth refused: ${error.body?.code ?? error.status}`, { cause: error });
  }
}

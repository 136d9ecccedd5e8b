import { setTimeout as wait } from 'node:timers/promises';
import { AskRequest, ConfirmAnswer, ConfirmRequest, SignUpRequest, Told } from '@salon/contracts/desk/account';
import { sqlState } from '@salon/db/sql-state';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { AppError } from '../../errors/app-error.ts';
import { problems } from '../../plugins/problem-responses.ts';
import { callAuth } from './call-auth.ts';
import { claimsOf } from './confirm-token.ts';
import { addressLimit } from './limits.ts';
import type { Logins } from './logins.ts';

/** Nobody is answered sooner, so that an account that is there does not show in the time it takes. */
export const ANSWER_AFTER_MS = 300;
export const TOLD = { message: 'If this can be done, a mail is on its way to that address.' };

const DONE = {
  'change-email-confirmation': 'new_address_asked',
  'change-email-verification': 'address_changed',
} as const;

/** Another login has the address that one is to get. */
const isTaken = (error: unknown) => sqlState(error) === '23505';

export const signUpRoutes =
  ({ auth, logins, rateLimits }: Logins): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/auth/sign-up',
      {
        config: addressLimit(rateLimits, 'sign-up'),
        schema: {
          operationId: 'signUp',
          summary: 'Make an account; a mail asks to confirm the address',
          tags: ['account'],
          body: SignUpRequest,
          response: { 202: Told, ...problems('origin_refused') },
        },
      },
      async (request, reply) => {
        const { name, email, password, locale = 'de' } = request.body;
        async function signUp() {
          await logins.forgetUnconfirmed(email);
          const body = { name, email, password, locale };
          await callAuth(request, reply, (headers) => auth.api.signUpEmail({ body, headers, returnHeaders: true }));
        }
        // Of two at once the later one counts: the first is there by now.
        const signedUp = signUp().catch((error) => {
          if (!(error instanceof AppError && error.code === 'overloaded')) throw error;
          return signUp();
        });
        await Promise.all([signedUp, wait(ANSWER_AFTER_MS)]);
        return reply.status(202).send(TOLD);
      },
    );

    app.post(
      '/api/auth/confirm-email/ask',
      {
        config: addressLimit(rateLimits, 'sign-up'),
        schema: {
          operationId: 'askToConfirmEmail',
          summary: 'Send the mail that confirms an address once more',
          tags: ['account'],
          body: AskRequest,
          response: { 202: Told, ...problems('origin_refused') },
        },
      },
      async (request, reply) => {
        const { email } = request.body;
        // Of nobody who may be signed in here: it takes the time it takes for a stranger.
        const headers = new Headers();
        const ask = () => auth.api.sendVerificationEmail({ body: { email }, headers, returnHeaders: true });
        await Promise.all([callAuth(request, reply, ask), wait(ANSWER_AFTER_MS)]);
        return reply.status(202).send(TOLD);
      },
    );

    app.post(
      '/api/auth/confirm-email',
      {
        config: addressLimit(rateLimits, 'confirm'),
        schema: {
          operationId: 'confirmEmail',
          summary: 'Confirm an address by the link that was sent to it',
          description: 'After a sign-up it signs in, the first time.',
          tags: ['account'],
          body: ConfirmRequest,
          response: {
            200: ConfirmAnswer,
            ...problems('link_expired', 'forbidden', 'status_conflict', 'origin_refused'),
          },
        },
      },
      async (request, reply) => {
        const { token } = request.body;
        const { requestType: type, updateTo } = claimsOf(token);
        const confirm = () =>
          callAuth(request, reply, (headers) =>
            auth.api.verifyEmail({ query: { token }, headers, returnHeaders: true }),
          );
        await confirm().catch(async (error) => {
          if (!isTaken(error) || updateTo === undefined) throw error;
          // Whoever holds the link reads that address's mail, so somebody who only signed up with it makes room.
          await logins.forgetUnconfirmed(updateTo);
          await confirm().catch((again) => {
            if (!isTaken(again)) throw again;
            throw new AppError('status_conflict', 'Somebody else has an account with this address by now.');
          });
        });
        const cookies = [reply.getHeader('set-cookie') ?? []].flat();
        return {
          done: DONE[type as keyof typeof DONE] ?? 'confirmed',
          signedIn: cookies.some((one) => String(one).includes('session_token=')),
        };
      },
    );
  };

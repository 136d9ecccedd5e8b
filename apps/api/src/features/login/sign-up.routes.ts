import { setTimeout as wait } from 'node:timers/promises';
import { AskRequest, ConfirmAnswer, ConfirmRequest, SignUpRequest, Told } from '@salon/contracts/desk/account';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
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
        await Promise.all([signUp(), wait(ANSWER_AFTER_MS)]);
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
        await callAuth(request, reply, (headers) =>
          auth.api.verifyEmail({ query: { token }, headers, returnHeaders: true }),
        );
        const type = claimsOf(token).requestType as keyof typeof DONE;
        const cookies = [reply.getHeader('set-cookie') ?? []].flat();
        return {
          done: DONE[type] ?? 'confirmed',
          signedIn: cookies.some((one) => String(one).includes('session_token=')),
        };
      },
    );
  };

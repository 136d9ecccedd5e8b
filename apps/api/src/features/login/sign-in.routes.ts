import { CodeRequest, RecoveryCodeRequest, SignInAnswer, SignInRequest } from '@salon/contracts/desk/account';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '../../plugins/problem-responses.ts';
import { callAuth } from './call-auth.ts';
import { addressLimit, limitAccount, SIGN_IN } from './limits.ts';
import type { Logins } from './logins.ts';

const AT_THE_DESK = { next: 'desk' } as const;

export const signInRoutes =
  ({ auth, attempts, rateLimits, clock }: Logins): FastifyPluginAsyncZod =>
  async (app) => {
    const config = addressLimit(rateLimits, 'sign-in');

    app.post(
      '/api/auth/sign-in',
      {
        config,
        schema: {
          operationId: 'signIn',
          summary: 'Sign in with a password',
          tags: ['account'],
          body: SignInRequest,
          response: { 200: SignInAnswer, ...problems('credentials_wrong', 'confirm_email', 'origin_refused') },
        },
      },
      async (request, reply) => {
        const { email, password } = request.body;
        await limitAccount(attempts, SIGN_IN, email, clock());
        const answer = await callAuth(request, reply, (headers) =>
          auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
        );
        await attempts.forget({ what: SIGN_IN.what, who: email });
        return 'twoFactorRedirect' in answer ? ({ next: 'second_factor' } as const) : AT_THE_DESK;
      },
    );

    app.post(
      '/api/auth/sign-in/code',
      {
        config,
        schema: {
          operationId: 'signInWithCode',
          summary: 'The second step of signing in: a code of the second factor',
          tags: ['account'],
          body: CodeRequest,
          response: { 200: SignInAnswer, ...problems('code_wrong', 'unauthenticated', 'origin_refused') },
        },
      },
      async (request, reply) => {
        const { code } = request.body;
        await callAuth(request, reply, (headers) =>
          auth.api.verifyTOTP({ body: { code }, headers: secondStep(headers), returnHeaders: true }),
        );
        return AT_THE_DESK;
      },
    );

    app.post(
      '/api/auth/sign-in/recovery-code',
      {
        config,
        schema: {
          operationId: 'signInWithRecoveryCode',
          summary: 'The second step of signing in: one of the recovery codes, each of which works once',
          tags: ['account'],
          body: RecoveryCodeRequest,
          response: { 200: SignInAnswer, ...problems('code_wrong', 'unauthenticated', 'origin_refused') },
        },
      },
      async (request, reply) => {
        const code = request.body.recoveryCode;
        await callAuth(request, reply, (headers) =>
          auth.api.verifyBackupCode({ body: { code }, headers: secondStep(headers), returnHeaders: true }),
        );
        return AT_THE_DESK;
      },
    );

    app.post(
      '/api/auth/sign-out',
      {
        schema: {
          operationId: 'signOut',
          summary: 'Sign out here',
          tags: ['account'],
          response: { 204: z.void(), ...problems('origin_refused') },
        },
      },
      async (request, reply) => {
        await callAuth(request, reply, (headers) => auth.api.signOut({ headers, returnHeaders: true }));
        return reply.status(204).send();
      },
    );
  };

/** Without a session: who is signed in already would be asked for a code without any limit. */
function secondStep(headers: Headers): Headers {
  const cookies = (headers.get('cookie') ?? '').split(/;\s*/);
  headers.set('cookie', cookies.filter((one) => !/^[^=]*session_(token|data)=/.test(one)).join('; '));
  return headers;
}

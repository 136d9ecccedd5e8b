import { CodeRequest, RecoveryCodesAnswer, SecondFactorAnswer, WithPassword } from '@salon/contracts/desk/account';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '../../plugins/problem-responses.ts';
import { callAuth } from './call-auth.ts';
import { useCode } from './code-once.ts';
import { addressLimit, CODE, limitAccount, PASSWORD } from './limits.ts';
import type { Logins } from './logins.ts';
import { readerOf } from './session.ts';

export const secondFactorRoutes =
  ({ auth, attempts, mails, rateLimits, clock }: Logins): FastifyPluginAsyncZod =>
  async (app) => {
    const config = { right: 'signedIn', evenReadOnly: true, ...addressLimit(rateLimits, 'password') } as const;

    app.post(
      '/api/auth/second-factor',
      {
        config,
        schema: {
          operationId: 'beginSecondFactor',
          summary: 'Set up a second factor (TOTP); it counts once a code of it was confirmed',
          tags: ['account'],
          body: WithPassword,
          response: {
            200: SecondFactorAnswer,
            ...problems('unauthenticated', 'credentials_wrong', 'status_conflict', 'origin_refused'),
          },
        },
      },
      async (request, reply) => {
        const { password } = request.body;
        await limitAccount(attempts, PASSWORD, request.login.loginId, clock());
        const answer = await callAuth(request, reply, (headers) =>
          auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers, returnHeaders: true }),
        );
        await attempts.forget({ what: PASSWORD.what, who: request.login.loginId });
        if (!('totpURI' in answer)) throw new Error('no second factor was made');
        const { totpURI: uri, backupCodes: recoveryCodes } = answer;
        return { uri, secret: new URL(uri).searchParams.get('secret') ?? '', recoveryCodes };
      },
    );

    app.post(
      '/api/auth/second-factor/confirm',
      {
        config,
        schema: {
          operationId: 'confirmSecondFactor',
          summary: 'Switch the second factor on by a code of it',
          tags: ['account'],
          body: CodeRequest,
          response: {
            204: z.void(),
            ...problems('unauthenticated', 'code_wrong', 'status_conflict', 'origin_refused'),
          },
        },
      },
      async (request, reply) => {
        const { code } = request.body;
        const { login } = request;
        await limitAccount(attempts, CODE, login.loginId, clock());
        await callAuth(request, reply, (headers) =>
          auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
        );
        // Whoever watched it being typed does not sign in with it.
        await useCode(attempts, login.loginId, code, clock());
        if (!login.secondFactor) await mails.changed(readerOf(login), 'second_factor_on', request.id);
        return reply.status(204).send();
      },
    );

    app.post(
      '/api/auth/second-factor/remove',
      {
        config,
        schema: {
          operationId: 'removeSecondFactor',
          summary: 'Sign in without a second factor again',
          tags: ['account'],
          body: WithPassword,
          response: { 204: z.void(), ...problems('unauthenticated', 'credentials_wrong', 'origin_refused') },
        },
      },
      async (request, reply) => {
        const { password } = request.body;
        const { login } = request;
        await limitAccount(attempts, PASSWORD, login.loginId, clock());
        await callAuth(request, reply, (headers) =>
          auth.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
        );
        await attempts.forget({ what: PASSWORD.what, who: login.loginId });
        if (login.secondFactor) await mails.changed(readerOf(login), 'second_factor_off', request.id);
        return reply.status(204).send();
      },
    );

    app.post(
      '/api/auth/second-factor/recovery-codes',
      {
        config,
        schema: {
          operationId: 'renewRecoveryCodes',
          summary: 'Get new recovery codes; the old ones end',
          tags: ['account'],
          body: WithPassword,
          response: {
            200: RecoveryCodesAnswer,
            ...problems('unauthenticated', 'credentials_wrong', 'status_conflict', 'origin_refused'),
          },
        },
      },
      async (request, reply) => {
        const { password } = request.body;
        const { login } = request;
        await limitAccount(attempts, PASSWORD, login.loginId, clock());
        const { backupCodes } = await callAuth(request, reply, (headers) =>
          auth.api.generateBackupCodes({ body: { password }, headers, returnHeaders: true }),
        );
        await attempts.forget({ what: PASSWORD.what, who: login.loginId });
        await mails.changed(readerOf(login), 'recovery_codes', request.id);
        return { recoveryCodes: backupCodes };
      },
    );
  };

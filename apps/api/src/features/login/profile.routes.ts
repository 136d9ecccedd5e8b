import { setTimeout as wait } from 'node:timers/promises';
import { ChangeEmailRequest, ChangePasswordRequest, ProfileRequest, Told } from '@salon/contracts/desk/account';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '../../plugins/problem-responses.ts';
import { callAuth } from './call-auth.ts';
import { addressLimit, limitAccount, PASSWORD } from './limits.ts';
import type { Logins } from './logins.ts';
import { readerOf } from './session.ts';
import { ANSWER_AFTER_MS, TOLD } from './sign-up.routes.ts';

const SIGNED_IN = { right: 'signedIn', evenReadOnly: true } as const;

export const profileRoutes =
  ({ auth, attempts, logins, mails, rateLimits, clock }: Logins): FastifyPluginAsyncZod =>
  async (app) => {
    app.patch(
      '/api/auth/profile',
      {
        config: SIGNED_IN,
        schema: {
          operationId: 'changeProfile',
          summary: 'Change one’s name or language',
          tags: ['account'],
          body: ProfileRequest,
          response: { 204: z.void(), ...problems('unauthenticated', 'origin_refused') },
        },
      },
      async (request, reply) => {
        const { name, locale } = request.body;
        const body = { ...(name === undefined ? {} : { name }), ...(locale === undefined ? {} : { locale }) };
        if (Object.keys(body).length > 0) {
          await callAuth(request, reply, (headers) => auth.api.updateUser({ body, headers, returnHeaders: true }));
        }
        return reply.status(204).send();
      },
    );

    app.post(
      '/api/auth/password',
      {
        config: { ...SIGNED_IN, ...addressLimit(rateLimits, 'password') },
        schema: {
          operationId: 'changePassword',
          summary: 'Change one’s password; all other sessions end',
          tags: ['account'],
          body: ChangePasswordRequest,
          response: { 204: z.void(), ...problems('unauthenticated', 'credentials_wrong', 'origin_refused') },
        },
      },
      async (request, reply) => {
        const { password: currentPassword, newPassword } = request.body;
        const { login } = request;
        await limitAccount(attempts, PASSWORD, login.loginId, clock());
        const body = { currentPassword, newPassword, revokeOtherSessions: true };
        await callAuth(request, reply, (headers) => auth.api.changePassword({ body, headers, returnHeaders: true }));
        await attempts.forget({ what: PASSWORD.what, who: login.loginId });
        await logins.forgetBegun(login.loginId);
        await mails.changed(readerOf(login), 'password', request.id);
        return reply.status(204).send();
      },
    );

    app.post(
      '/api/auth/email',
      {
        config: { ...SIGNED_IN, ...addressLimit(rateLimits, 'password') },
        schema: {
          operationId: 'changeEmail',
          summary: 'Change one’s address: a mail to the old one asks first, then one to the new',
          tags: ['account'],
          body: ChangeEmailRequest,
          response: { 202: Told, ...problems('unauthenticated', 'credentials_wrong', 'origin_refused') },
        },
      },
      async (request, reply) => {
        const { password, email } = request.body;
        const { login } = request;
        await limitAccount(attempts, PASSWORD, login.loginId, clock());
        await callAuth(request, reply, (headers) =>
          auth.api.verifyPassword({ body: { password }, headers, returnHeaders: true }),
        );
        await attempts.forget({ what: PASSWORD.what, who: login.loginId });
        async function ask() {
          if (email === login.email) return;
          await logins.forgetUnconfirmed(email);
          await callAuth(request, reply, (headers) =>
            auth.api.changeEmail({ body: { newEmail: email }, headers, returnHeaders: true }),
          );
        }
        await Promise.all([ask(), wait(ANSWER_AFTER_MS)]);
        return reply.status(202).send(TOLD);
      },
    );
  };

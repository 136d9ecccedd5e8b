import { setTimeout as wait } from 'node:timers/promises';
import { AskRequest, ResetRequest, Told } from '@salon/contracts/desk/account';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '../../plugins/problem-responses.ts';
import { callAuth } from './call-auth.ts';
import { addressLimit } from './limits.ts';
import type { Logins } from './logins.ts';
import { ANSWER_AFTER_MS, TOLD } from './sign-up.routes.ts';

export const resetRoutes =
  ({ auth, rateLimits }: Logins): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/auth/reset/ask',
      {
        config: addressLimit(rateLimits, 'reset'),
        schema: {
          operationId: 'askToResetPassword',
          summary: 'Have a link sent that sets a new password',
          tags: ['account'],
          body: AskRequest,
          response: { 202: Told, ...problems('origin_refused') },
        },
      },
      async (request, reply) => {
        const { email } = request.body;
        const asked = callAuth(request, reply, (headers) =>
          auth.api.requestPasswordReset({ body: { email }, headers, returnHeaders: true }),
        );
        await Promise.all([asked, wait(ANSWER_AFTER_MS)]);
        return reply.status(202).send(TOLD);
      },
    );

    app.post(
      '/api/auth/reset',
      {
        config: addressLimit(rateLimits, 'confirm'),
        schema: {
          operationId: 'resetPassword',
          summary: 'Set a new password by the link that was sent',
          description: 'The link works once. Every session of the account ends.',
          tags: ['account'],
          body: ResetRequest,
          response: { 204: z.void(), ...problems('link_expired', 'origin_refused') },
        },
      },
      async (request, reply) => {
        const { token, password } = request.body;
        await callAuth(request, reply, (headers) =>
          auth.api.resetPassword({ body: { token, newPassword: password }, headers, returnHeaders: true }),
        );
        return reply.status(204).send();
      },
    );
  };

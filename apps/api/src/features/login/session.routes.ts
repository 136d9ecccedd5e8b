import { SessionParams, SessionsAnswer, SignOutRequest } from '@salon/contracts/desk/sessions';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems } from '../../plugins/problem-responses.ts';
import type { Logins } from './logins.ts';

const SIGNED_IN = { right: 'signedIn', evenReadOnly: true } as const;

export const sessionRoutes =
  ({ logins, clock }: Pick<Logins, 'logins' | 'clock'>): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/desk/sessions',
      {
        config: SIGNED_IN,
        schema: {
          operationId: 'listSessions',
          summary: 'Where one is signed in',
          tags: ['account'],
          response: { 200: SessionsAnswer, ...problems('unauthenticated') },
        },
      },
      async ({ login }) => ({
        sessions: (await logins.sessions(login.loginId, clock())).map(({ createdAt, lastUsedAt, ...session }) => ({
          ...session,
          current: session.id === login.sessionId,
          createdAt: createdAt.toISOString(),
          lastUsedAt: lastUsedAt.toISOString(),
        })),
      }),
    );

    app.post(
      '/api/desk/sessions/:sessionId/revoke',
      {
        config: SIGNED_IN,
        schema: {
          operationId: 'endSession',
          summary: 'Sign out somewhere',
          tags: ['account'],
          params: SessionParams,
          response: { 204: z.void(), ...problems('unauthenticated', 'origin_refused') },
        },
      },
      async ({ login, params }, reply) => {
        await logins.endSession(login.loginId, params.sessionId);
        return reply.status(204).send();
      },
    );

    app.post(
      '/api/desk/sessions/sign-out',
      {
        config: SIGNED_IN,
        schema: {
          operationId: 'signOutEverywhere',
          summary: 'Sign out everywhere, or everywhere else',
          tags: ['account'],
          body: SignOutRequest,
          response: { 204: z.void(), ...problems('unauthenticated', 'origin_refused') },
        },
      },
      async ({ login, body }, reply) => {
        await logins.endSessions(login.loginId, body.everywhere ? null : login.sessionId);
        return reply.status(204).send();
      },
    );
  };

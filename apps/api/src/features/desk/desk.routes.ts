import { DeskAnswer } from '@salon/contracts/desk/desk';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { problems } from '../../plugins/problem-responses.ts';
import type { MemberRepo } from '../member/member.repo.ts';

export const deskRoutes =
  (deps: { readonly members: MemberRepo }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/desk',
      {
        config: { right: 'signedIn' },
        schema: {
          operationId: 'getDesk',
          summary: 'Who is signed in, and where she may work',
          tags: ['desk'],
          response: { 200: DeskAnswer, ...problems('unauthenticated') },
        },
      },
      async ({ login }) => ({
        login: {
          id: login.loginId,
          name: login.loginName,
          email: login.email,
          secondFactor: login.secondFactor,
          locale: login.locale,
        },
        salons: await deps.members.salonsOf(login.loginId),
      }),
    );
  };

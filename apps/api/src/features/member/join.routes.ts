import { InvitationSignUpRequest, InvitationToken, JoinedAnswer, OpenInvitation } from '@salon/contracts/desk/members';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { AppError } from '../../errors/app-error.ts';
import { problems } from '../../plugins/problem-responses.ts';
import { callAuth } from '../login/call-auth.ts';
import { addressLimit } from '../login/limits.ts';
import type { Logins } from '../login/logins.ts';
import { makeLogin } from '../login/make-login.ts';
import type { JoinRepo } from './join.repo.ts';

type Deps = Pick<Logins, 'auth' | 'logins' | 'rateLimits' | 'clock'> & {
  readonly joins: JoinRepo;
  readonly newId: () => string;
};

/** For whoever holds an invitation. */
export const joinRoutes =
  ({ auth, logins, joins, rateLimits, clock, newId }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/auth/invitations/:token',
      {
        config: addressLimit(rateLimits, 'invitation'),
        schema: {
          operationId: 'openInvitation',
          summary: 'Who invites whom',
          tags: ['members'],
          params: InvitationToken,
          response: { 200: OpenInvitation, ...problems('invitation_not_found', 'link_expired') },
        },
      },
      async ({ params }) => {
        const row = await joins.open(params.token, clock());
        const { email, role, invitedBy, expiresAt, known, salonName: name, salonSlug: slug } = row;
        return { salon: { name, slug }, email, role, invitedBy, expiresAt: expiresAt.toISOString(), known };
      },
    );

    app.post(
      '/api/auth/invitations/:token/accept',
      {
        config: { right: 'signedIn' },
        schema: {
          operationId: 'acceptInvitation',
          summary: 'Become a member, signed in with the invited address',
          tags: ['members'],
          params: InvitationToken,
          response: {
            200: JoinedAnswer,
            ...problems(
              'unauthenticated',
              'forbidden',
              'invitation_not_found',
              'link_expired',
              'origin_refused',
              'read_only',
            ),
          },
        },
      },
      async ({ login, params, id }) => ({
        salon: await joins.accept(login, params.token, { newId, requestId: id, now: clock() }),
      }),
    );

    app.post(
      '/api/auth/invitations/:token/sign-up',
      {
        config: { evenReadOnly: false, ...addressLimit(rateLimits, 'sign-up') },
        schema: {
          operationId: 'signUpByInvitation',
          summary: 'Make an account for the invited address and become a member',
          description: 'Whoever holds the link reads that address’s mail, so the address counts as confirmed.',
          tags: ['members'],
          params: InvitationToken,
          body: InvitationSignUpRequest,
          response: {
            200: JoinedAnswer,
            ...problems('already_member', 'invitation_not_found', 'link_expired', 'origin_refused', 'read_only'),
          },
        },
      },
      async (request, reply) => {
        const now = clock();
        const { token } = request.params;
        const { name, password, locale = 'de' } = request.body;
        const { email } = await joins.open(token, now);
        await logins.forgetUnconfirmed(email);
        const login = await makeLogin(auth, { name, email, password, locale });
        if (login === undefined)
          throw new AppError('already_member', 'This address has an account: sign in, then accept.');
        const salon = await joins.accept(login, token, { newId, requestId: request.id, now });
        await callAuth(request, reply, (headers) =>
          auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
        );
        return { salon };
      },
    );
  };

import { DeskParams } from '@salon/contracts/desk/desk';
import {
  ChangeMemberRequest,
  InvitationAnswer,
  InvitationParams,
  InviteRequest,
  MemberAnswer,
  MemberParams,
  MembersAnswer,
} from '@salon/contracts/desk/members';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RateLimits } from '../../config.ts';
import { problems } from '../../plugins/problem-responses.ts';
import { writeLimit } from '../../plugins/rate-limit.ts';
import { doerOf } from '../set-up/doer.ts';
import type { InvitationRepo } from './invitation.repo.ts';
import { invitationAnswer, memberAnswer } from './member-answer.ts';
import type { MemberChangeRepo } from './member-change.repo.ts';

type Deps = {
  readonly memberChanges: MemberChangeRepo;
  readonly invitations: InvitationRepo;
  readonly rateLimits: RateLimits | undefined;
  readonly clock: () => number;
};

/** Who belongs to a salon: seen by who leads it, changed by its owners. */
export const memberRoutes =
  ({ memberChanges, invitations, rateLimits, clock }: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const refusals = ['unauthenticated', 'forbidden', 'salon_not_found', 'origin_refused', 'read_only'] as const;

    app.get(
      '/api/desk/:salonId/members',
      {
        config: { right: 'seeMembers' },
        schema: {
          operationId: 'listMembers',
          summary: 'Members of the salon, and who is invited',
          tags: ['members'],
          params: DeskParams,
          response: { 200: MembersAnswer, ...problems('unauthenticated', 'forbidden', 'salon_not_found') },
        },
      },
      async ({ member }) => {
        const [members, invited] = await Promise.all([memberChanges.list(member), invitations.list(member)]);
        return {
          members: members.map((row) => memberAnswer(row, member)),
          invitations: invited.map((row) => invitationAnswer(row, clock())),
        };
      },
    );

    app.patch(
      '/api/desk/:salonId/members/:memberId',
      {
        config: { right: 'changeMembers' },
        schema: {
          operationId: 'changeMember',
          summary: 'Give a member another role, or say which staff member she is',
          tags: ['members'],
          params: MemberParams,
          body: ChangeMemberRequest,
          response: {
            200: MemberAnswer,
            ...problems(...refusals, 'member_not_found', 'staff_not_found', 'in_use', 'last_owner'),
          },
        },
      },
      async (request) => {
        const row = await memberChanges.change(doerOf(request, clock), request.params.memberId, request.body);
        return { member: memberAnswer(row, request.member) };
      },
    );

    app.delete(
      '/api/desk/:salonId/members/:memberId',
      {
        config: { right: 'changeMembers' },
        schema: {
          operationId: 'removeMember',
          summary: 'End somebody’s membership, at once',
          tags: ['members'],
          params: MemberParams,
          response: { 204: z.void(), ...problems(...refusals, 'member_not_found', 'last_owner') },
        },
      },
      async (request, reply) => {
        await memberChanges.remove(doerOf(request, clock), request.params.memberId);
        return reply.status(204).send();
      },
    );

    app.post(
      '/api/desk/:salonId/leave',
      {
        config: { right: 'leave' },
        schema: {
          operationId: 'leaveSalon',
          summary: 'Leave the salon',
          tags: ['members'],
          params: DeskParams,
          response: { 204: z.void(), ...problems(...refusals, 'last_owner') },
        },
      },
      async (request, reply) => {
        await memberChanges.remove(doerOf(request, clock), request.member.memberId);
        return reply.status(204).send();
      },
    );

    app.post(
      '/api/desk/:salonId/invitations',
      {
        config: { right: 'changeMembers', ...writeLimit(rateLimits, 'invite') },
        schema: {
          operationId: 'inviteMember',
          summary: 'Invite somebody by mail; seven days hold',
          description: 'An open invitation of the same address ends.',
          tags: ['members'],
          params: DeskParams,
          body: InviteRequest,
          response: { 201: InvitationAnswer, ...problems(...refusals, 'staff_not_found', 'in_use', 'already_member') },
        },
      },
      async (request, reply) => {
        const { staffId = null, locale, ...wish } = request.body;
        const asked = { ...wish, staffId, ...(locale === undefined ? {} : { locale }) };
        const row = await invitations.invite(doerOf(request, clock), asked);
        return reply.status(201).send({ invitation: invitationAnswer(row, clock()) });
      },
    );

    app.post(
      '/api/desk/:salonId/invitations/:invitationId/resend',
      {
        config: { right: 'changeMembers', ...writeLimit(rateLimits, 'invite') },
        schema: {
          operationId: 'resendInvitation',
          summary: 'Send an invitation once more, with another link',
          tags: ['members'],
          params: InvitationParams,
          response: { 200: InvitationAnswer, ...problems(...refusals, 'invitation_not_found') },
        },
      },
      async (request) => {
        const row = await invitations.resend(doerOf(request, clock), request.params.invitationId);
        return { invitation: invitationAnswer(row, clock()) };
      },
    );

    app.post(
      '/api/desk/:salonId/invitations/:invitationId/revoke',
      {
        config: { right: 'changeMembers' },
        schema: {
          operationId: 'revokeInvitation',
          summary: 'Take an invitation back',
          tags: ['members'],
          params: InvitationParams,
          response: { 204: z.void(), ...problems(...refusals, 'invitation_not_found') },
        },
      },
      async (request, reply) => {
        await invitations.revoke(doerOf(request, clock), request.params.invitationId);
        return reply.status(204).send();
      },
    );
  };

import { DeskParams } from '@salon/contracts/desk/desk';
import {
  NewTimeOffRequest,
  TimeOffApproval,
  TimeOffRefusal,
  TimeOffRequest,
  TimeOffRequestParams,
  TimeOffRequestsAnswer,
  TimeOffRevocation,
} from '@salon/contracts/desk/time-off-request';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { AppError } from '../../errors/app-error.ts';
import { deskProblems } from '../../plugins/problem-responses.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { SalonService } from '../salon/salon.service.ts';
import { visitsInTheWay } from '../set-up/affected.ts';
import { doerOf } from '../set-up/doer.ts';
import type { TimeOffRequestRepo } from './time-off-request.repo.ts';

const tags = ['set-up'];
const decided = deskProblems('time_off_not_found', 'status_conflict');

/** Time off: staff ask for it, managers decide. */
export const timeOffRequestRoutes =
  (deps: { requests: TimeOffRequestRepo; salons: SalonService; clock: () => number }): FastifyPluginAsyncZod =>
  async (app) => {
    const { requests, salons, clock } = deps;
    const zoneOf = async ({ salonId }: MemberScope) => (await salons.known({ id: salonId })).config.timeZone;

    app.get(
      '/api/desk/:salonId/time-off-requests',
      {
        config: { right: 'requestTimeOff' },
        schema: {
          operationId: 'getTimeOffRequests',
          summary: 'Time off that was asked for; one’s own, or everybody’s',
          tags,
          params: DeskParams,
          response: { 200: TimeOffRequestsAnswer, ...deskProblems() },
        },
      },
      async ({ member }) => ({ requests: await requests.list(member, await zoneOf(member), clock()) }),
    );

    app.post(
      '/api/desk/:salonId/time-off-requests',
      {
        config: { right: 'requestTimeOff' },
        schema: {
          operationId: 'requestTimeOff',
          summary: 'Ask for time off',
          tags,
          params: DeskParams,
          body: NewTimeOffRequest,
          response: { 201: TimeOffRequest, ...deskProblems('staff_not_found', 'too_many_open') },
        },
      },
      async (request, reply) => {
        const { member, body } = request;
        if (member.reach === 'own' && body.staffId !== member.staffId) {
          throw new AppError('staff_not_found', 'You ask for your own time off only.');
        }
        reply.code(201);
        return requests.ask(doerOf(request, clock), body, await zoneOf(member));
      },
    );

    app.post(
      '/api/desk/:salonId/time-off-requests/:requestId/withdraw',
      {
        config: { right: 'requestTimeOff' },
        schema: {
          operationId: 'withdrawTimeOff',
          summary: 'Ask no longer',
          tags,
          params: TimeOffRequestParams,
          response: { 200: TimeOffRequest, ...decided },
        },
      },
      async (request) =>
        requests.withdraw(doerOf(request, clock), request.params.requestId, await zoneOf(request.member)),
    );

    app.post(
      '/api/desk/:salonId/time-off-requests/:requestId/decline',
      {
        config: { right: 'decideTimeOff' },
        schema: {
          operationId: 'declineTimeOff',
          summary: 'Decline time off, with a sentence',
          tags,
          params: TimeOffRequestParams,
          body: TimeOffRefusal,
          response: { 200: TimeOffRequest, ...decided },
        },
      },
      async (request) => {
        const { params, body, member } = request;
        return requests.decline(doerOf(request, clock), params.requestId, body.answer, await zoneOf(member));
      },
    );

    app.post(
      '/api/desk/:salonId/time-off-requests/:requestId/approve',
      {
        config: { right: 'decideTimeOff' },
        schema: {
          operationId: 'approveTimeOff',
          summary: 'Approve time off: it takes her time',
          description: 'Visits of hers in it are told first; confirmed, they stay until they are moved.',
          tags,
          params: TimeOffRequestParams,
          body: TimeOffApproval,
          response: {
            200: TimeOffRequest,
            ...deskProblems('time_off_not_found', 'status_conflict', 'visits_affected'),
          },
        },
      },
      async (request) => {
        const { params, body, member } = request;
        const timeZone = await zoneOf(member);
        return requests.approve(doerOf(request, clock), params.requestId, timeZone, (visits) => {
          if (visits.length > 0 && !body.confirm) throw visitsInTheWay(timeZone, visits);
        });
      },
    );

    app.post(
      '/api/desk/:salonId/time-off-requests/:requestId/revoke',
      {
        config: { right: 'decideTimeOff' },
        schema: {
          operationId: 'revokeTimeOff',
          summary: 'Revoke approved time off that has not begun: its time is free again',
          tags,
          params: TimeOffRequestParams,
          body: TimeOffRevocation,
          response: {
            200: TimeOffRequest,
            ...deskProblems('time_off_not_found', 'status_conflict', 'version_conflict'),
          },
        },
      },
      async (request) => {
        const { params, body, member } = request;
        return requests.revoke(doerOf(request, clock), params.requestId, body, await zoneOf(member));
      },
    );
  };

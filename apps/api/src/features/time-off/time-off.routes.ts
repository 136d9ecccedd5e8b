import { KeyHeaders } from '@salon/contracts/booking';
import { ChangedTimeOff, NewTimeOff, TimeOffAnswer, TimeOffParams } from '@salon/contracts/desk/calendar';
import { DeskParams } from '@salon/contracts/desk/desk';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { changeRequest, KEYED, markReplay } from '../desk-visit/change-request.ts';
import type { ChangeDeps, Done } from '../desk-visit/desk-change.service.ts';
import { changeTimeOff, endTimeOff, layTimeOff, timeOffAnswer } from './time-off.service.ts';

export const timeOffRoutes =
  (deps: ChangeDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const answer = async (request: FastifyRequest, reply: FastifyReply, done: Promise<Done>) =>
      timeOffAnswer(deps, request.member, markReplay(reply, await done));

    app.post(
      '/api/desk/:salonId/time-off',
      {
        config: { right: 'changeVisits', evenReadOnly: 'by_key' },
        schema: {
          operationId: 'layTimeOff',
          summary: 'Block time, or give somebody time off',
          tags: ['desk'],
          params: DeskParams,
          headers: KeyHeaders,
          body: NewTimeOff,
          response: { 200: TimeOffAnswer, ...deskProblems(...KEYED, 'staff_not_found', 'time_conflict') },
        },
      },
      async (request, reply) => {
        const { member, body } = request;
        return answer(request, reply, layTimeOff(deps, changeRequest(request, member.salonId, 'time_off.make'), body));
      },
    );

    app.put(
      '/api/desk/:salonId/time-off/:timeOffId',
      {
        config: { right: 'changeVisits', evenReadOnly: 'by_key' },
        schema: {
          operationId: 'changeTimeOff',
          summary: 'Move time off, or make it longer or shorter',
          tags: ['desk'],
          params: TimeOffParams,
          headers: KeyHeaders,
          body: ChangedTimeOff,
          response: {
            200: TimeOffAnswer,
            ...deskProblems(...KEYED, 'time_off_not_found', 'staff_not_found', 'time_conflict', 'version_conflict'),
          },
        },
      },
      async (request, reply) => {
        const { timeOffId } = request.params;
        const change = changeRequest(request, timeOffId, 'time_off.change');
        return answer(request, reply, changeTimeOff(deps, change, timeOffId, request.body));
      },
    );

    app.post(
      '/api/desk/:salonId/time-off/:timeOffId/end',
      {
        config: { right: 'changeVisits', evenReadOnly: 'by_key' },
        schema: {
          operationId: 'endTimeOff',
          summary: 'End time off, and free its time',
          tags: ['desk'],
          params: TimeOffParams,
          headers: KeyHeaders,
          response: { 200: TimeOffAnswer, ...deskProblems(...KEYED, 'time_off_not_found', 'version_conflict') },
        },
      },
      async (request, reply) => {
        const { timeOffId } = request.params;
        return answer(request, reply, endTimeOff(deps, changeRequest(request, timeOffId, 'time_off.end'), timeOffId));
      },
    );
  };

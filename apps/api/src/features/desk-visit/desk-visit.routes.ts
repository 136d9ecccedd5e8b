import { KeyHeaders } from '@salon/contracts/booking';
import { DeskParams } from '@salon/contracts/desk/desk';
import {
  ChangedVisit,
  ChangedVisits,
  ChangeParams,
  NewVisit,
  VisitAnswer,
  VisitParams,
  VisitSplit,
  VisitStatusChange,
} from '@salon/contracts/desk/visit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { changeRequest, KEYED, markReplay } from './change-request.ts';
import { changedVisits, type Done } from './desk-change.service.ts';
import { changeStatus, changeVisit, createVisit, type DeskVisitDeps } from './desk-visit.service.ts';
import { splitVisit } from './split.service.ts';
import { undoChange } from './undo.service.ts';
import { visitAnswer } from './visit-answer.ts';

const WISH = [
  ...(['service_not_found', 'staff_not_found', 'station_not_found', 'customer_not_found'] as const),
  'time_conflict',
] as const;
const STANDING = ['booking_not_found', 'version_conflict', 'status_conflict'] as const;

export const deskVisitRoutes =
  (deps: DeskVisitDeps): FastifyPluginAsyncZod =>
  async (app) => {
    const answer = async (request: FastifyRequest, reply: FastifyReply, done: Promise<Done>) =>
      changedVisits(deps, request.member, markReplay(reply, await done));

    app.post(
      '/api/desk/:salonId/visits',
      {
        config: { right: 'changeVisits', evenReadOnly: 'by_key' },
        schema: {
          operationId: 'makeVisit',
          summary: 'Make a visit, wherever the desk wants it',
          description:
            'What is in the way is told, and nothing written, unless overlap or outside say that it is meant.',
          tags: ['desk'],
          params: DeskParams,
          headers: KeyHeaders,
          body: NewVisit,
          response: { 201: ChangedVisits, 200: ChangedVisits, ...deskProblems(...KEYED, ...WISH) },
        },
      },
      async (request, reply) => {
        const { member, body } = request;
        const done = createVisit(deps, changeRequest(request, member.salonId, 'visit.create'), body);
        const changed = await answer(request, reply, done);
        return reply.status(changed.duplicate ? 200 : 201).send(changed);
      },
    );

    app.get(
      '/api/desk/:salonId/visits/:visitId',
      {
        config: { right: 'seeCalendar' },
        schema: {
          operationId: 'getDeskVisit',
          summary: 'A visit, and whose it is',
          tags: ['desk'],
          params: VisitParams,
          response: { 200: VisitAnswer, ...deskProblems('booking_not_found') },
        },
      },
      async (request) => visitAnswer(deps, request.member, request.params.visitId),
    );

    app.put(
      '/api/desk/:salonId/visits/:visitId',
      {
        config: { right: 'changeVisits', evenReadOnly: 'by_key' },
        schema: {
          operationId: 'changeVisit',
          summary: 'Make a visit what it shall be: moved, longer, with others or further services',
          tags: ['desk'],
          params: VisitParams,
          headers: KeyHeaders,
          body: ChangedVisit,
          response: { 200: ChangedVisits, ...deskProblems(...KEYED, ...WISH, ...STANDING) },
        },
      },
      async (request, reply) => {
        const { visitId } = request.params;
        const done = changeVisit(deps, changeRequest(request, visitId, 'visit.change'), visitId, request.body);
        return answer(request, reply, done);
      },
    );

    app.post(
      '/api/desk/:salonId/visits/:visitId/status',
      {
        config: { right: 'changeVisits', evenReadOnly: 'by_key' },
        schema: {
          operationId: 'markVisit',
          summary: 'Say how a visit goes: confirmed, arrived, done, missed, cancelled',
          tags: ['desk'],
          params: VisitParams,
          headers: KeyHeaders,
          body: VisitStatusChange,
          response: { 200: ChangedVisits, ...deskProblems(...KEYED, ...STANDING, 'time_conflict') },
        },
      },
      async (request, reply) => {
        const { visitId } = request.params;
        const done = changeStatus(deps, changeRequest(request, visitId, 'visit.status'), visitId, request.body);
        return answer(request, reply, done);
      },
    );

    app.post(
      '/api/desk/:salonId/visits/:visitId/split',
      {
        config: { right: 'changeVisits', evenReadOnly: 'by_key' },
        schema: {
          operationId: 'splitVisit',
          summary: 'Split services off into a visit of their own',
          tags: ['desk'],
          params: VisitParams,
          headers: KeyHeaders,
          body: VisitSplit,
          response: { 200: ChangedVisits, ...deskProblems(...KEYED, ...STANDING) },
        },
      },
      async (request, reply) => {
        const { visitId } = request.params;
        const done = splitVisit(deps, changeRequest(request, visitId, 'visit.split'), visitId, request.body);
        return answer(request, reply, done);
      },
    );

    app.post(
      '/api/desk/:salonId/changes/:changeId/undo',
      {
        config: { right: 'changeVisits', evenReadOnly: 'by_key' },
        schema: {
          operationId: 'undoChange',
          summary: 'Take a change back, while its mail waits',
          tags: ['desk'],
          params: ChangeParams,
          headers: KeyHeaders,
          response: {
            200: ChangedVisits,
            ...deskProblems(...KEYED, 'change_not_found', 'undo_expired', 'version_conflict', 'time_conflict'),
          },
        },
      },
      async (request, reply) => {
        const { changeId } = request.params;
        return answer(request, reply, undoChange(deps, changeRequest(request, changeId, 'undo'), changeId));
      },
    );
  };

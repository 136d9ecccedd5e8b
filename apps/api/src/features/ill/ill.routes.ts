import { KeyHeaders } from '@salon/contracts/booking';
import { DeskParams } from '@salon/contracts/desk/desk';
import { IllAnswer, IllPreview, IllQuery, IllRequest } from '@salon/contracts/desk/ill';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { changeRequest, KEYED, markReplay } from '../desk-visit/change-request.ts';
import { type ChangeDeps, changedVisits } from '../desk-visit/desk-change.service.ts';
import { fallIll } from './ill.service.ts';
import { illPreview } from './ill-preview.service.ts';

export const illRoutes =
  (deps: ChangeDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/desk/:salonId/ill',
      {
        config: { right: 'decideTimeOff' },
        schema: {
          operationId: 'previewIllness',
          summary: 'What could become of the visits of somebody who is ill',
          tags: ['desk'],
          params: DeskParams,
          querystring: IllQuery,
          response: { 200: IllPreview, ...deskProblems('staff_not_found', 'too_many_visits') },
        },
      },
      async (request) => illPreview(deps, request.member, request.query),
    );

    app.post(
      '/api/desk/:salonId/ill',
      {
        config: { right: 'decideTimeOff', evenReadOnly: 'by_key' },
        schema: {
          operationId: 'fallIll',
          summary: 'Somebody is ill: give, move, cancel or keep her visits, all in one go',
          tags: ['desk'],
          params: DeskParams,
          headers: KeyHeaders,
          body: IllRequest,
          response: {
            200: IllAnswer,
            ...deskProblems(...KEYED, 'staff_not_found', 'visits_affected', 'version_conflict', 'time_conflict'),
          },
        },
      },
      async (request, reply) => {
        const { member, body } = request;
        const done = await fallIll(deps, changeRequest(request, member.salonId, 'ill'), body);
        return changedVisits(deps, member, markReplay(reply, done));
      },
    );
  };

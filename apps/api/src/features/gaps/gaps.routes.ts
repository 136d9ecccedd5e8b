import { GapsAnswer, GapsQuery } from '@salon/contracts/desk/calendar';
import { DeskParams } from '@salon/contracts/desk/desk';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { type GapsDeps, gaps } from './gaps.service.ts';

export const gapsRoutes =
  (deps: GapsDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/desk/:salonId/gaps',
      {
        config: { right: 'seeCalendar' },
        schema: {
          operationId: 'listGaps',
          summary: 'Free time of a day that something could be sold into',
          tags: ['desk'],
          params: DeskParams,
          querystring: GapsQuery,
          response: { 200: GapsAnswer, ...deskProblems() },
        },
      },
      (request) => gaps(deps, request.member, request.query.date),
    );
  };

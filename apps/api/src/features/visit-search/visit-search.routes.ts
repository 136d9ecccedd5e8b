import { DeskParams } from '@salon/contracts/desk/desk';
import { FoundVisits, VisitsQuery } from '@salon/contracts/desk/visit';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { searchVisits, type VisitSearchDeps } from './visit-search.service.ts';

export const visitSearchRoutes =
  (deps: VisitSearchDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/desk/:salonId/visits',
      {
        config: { right: 'seeCalendar' },
        schema: {
          operationId: 'searchVisits',
          summary: 'Find a visit by its reference, or those a customer comes for next',
          description: 'Staff find those with something of theirs in it.',
          tags: ['desk'],
          params: DeskParams,
          querystring: VisitsQuery,
          response: { 200: FoundVisits, ...deskProblems() },
        },
      },
      async ({ member, query }) => ({ visits: await searchVisits(deps, member, query.search) }),
    );
  };

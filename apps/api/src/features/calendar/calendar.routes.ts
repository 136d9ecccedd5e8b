import { CalendarAnswer, CalendarQuery } from '@salon/contracts/desk/calendar';
import { DeskParams } from '@salon/contracts/desk/desk';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { type CalendarDeps, calendar } from './calendar.service.ts';

export const calendarRoutes =
  (deps: CalendarDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/desk/:salonId/calendar',
      {
        config: { right: 'seeCalendar' },
        schema: {
          operationId: 'getCalendar',
          summary: 'All a calendar of some days shows',
          tags: ['desk'],
          params: DeskParams,
          querystring: CalendarQuery,
          response: { 200: CalendarAnswer, ...deskProblems() },
        },
      },
      async (request, reply) => {
        const answer = await calendar(deps, request.member, request.query);
        // Thousands of visits: the tests hold them against the schema, a request does not wait for it.
        reply.serializer(JSON.stringify);
        return answer;
      },
    );
  };

import { CalendarQuery, CalendarRows, MonthAnswer, OverlapsAnswer } from '@salon/contracts/desk/calendar';
import { DeskParams } from '@salon/contracts/desk/desk';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import { type CalendarDeps, calendarAnswer } from './calendar.service.ts';
import { month } from './month.service.ts';
import { overlaps } from './overlaps.service.ts';

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
          response: { 200: CalendarRows, ...deskProblems() },
        },
      },
      async (request, reply) => {
        const answer = await calendarAnswer(deps, request.member, request.query);
        // Thousands of visits: the tests hold them against the schema, a request does not wait for it.
        reply.type('application/json; charset=utf-8');
        return reply.send(answer as never);
      },
    );

    app.get(
      '/api/desk/:salonId/month',
      {
        config: { right: 'seeCalendar' },
        schema: {
          operationId: 'getMonth',
          summary: 'How full each of some days is',
          tags: ['desk'],
          params: DeskParams,
          querystring: CalendarQuery,
          response: { 200: MonthAnswer, ...deskProblems() },
        },
      },
      (request) => month(deps, request.member, request.query),
    );

    app.get(
      '/api/desk/:salonId/overlaps',
      {
        config: { right: 'seeCalendar' },
        schema: {
          operationId: 'listOverlaps',
          summary: 'What lies over taken time from today on',
          tags: ['desk'],
          params: DeskParams,
          response: { 200: OverlapsAnswer, ...deskProblems() },
        },
      },
      (request) => overlaps(deps, request.member),
    );
  };

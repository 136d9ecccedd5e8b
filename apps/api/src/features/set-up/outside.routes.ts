import { DeskParams } from '@salon/contracts/desk/desk';
import { OutsideAnswer } from '@salon/contracts/desk/set-up';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import type { SalonService } from '../salon/salon.service.ts';
import { affectedVisits, astrayVisits } from './affected.ts';
import type { OutsideRepo } from './outside.repo.ts';

/** What stays to be seen to after hours shrank: visits ahead that lie outside of what the salon offers by now. */
export const outsideRoutes =
  (deps: { salons: SalonService; outside: OutsideRepo; clock: () => number }): FastifyPluginAsyncZod =>
  async (app) => {
    app.get(
      '/api/desk/:salonId/outside-openings',
      {
        config: { right: 'seeCalendar' },
        schema: {
          operationId: 'getVisitsOutside',
          summary:
            'Visits ahead outside of openings, in closures, with somebody inactive, of services no longer sold, on chairs not in use or of another kind',
          tags: ['set-up'],
          params: DeskParams,
          response: { 200: OutsideAnswer, ...deskProblems() },
        },
      },
      async ({ member }) => {
        const { config } = await deps.salons.current({ id: member.salonId });
        const visits = astrayVisits(config, await deps.outside.visitsAhead(member, deps.clock()));
        return { visits: affectedVisits(config.timeZone, visits), total: visits.length };
      },
    );
  };

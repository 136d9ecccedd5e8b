import { DeskParams } from '@salon/contracts/desk/desk';
import { FUNNEL_STEPS, FunnelAnswer, FunnelQuery, StepsReached } from '@salon/contracts/funnel';
import { SalonParams } from '@salon/contracts/salon';
import { localDay } from '@salon/domain/time/local-day';
import { addDays, localDate } from '@salon/domain/time/wall-clock';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { isbot } from 'isbot';
import { z } from 'zod';
import type { RateLimits } from '../../config.ts';
import { deskProblems, problems } from '../../plugins/problem-responses.ts';
import type { SalonService } from '../salon/salon.service.ts';
import type { FunnelRepo } from './funnel.repo.ts';
import { tally } from './tally.ts';

/** What one address may add in an hour: a family on one phone network, or somebody who would like a rival to look popular. */
const FROM_ONE_ADDRESS = 120;

type Deps = {
  readonly funnel: FunnelRepo;
  readonly salons: SalonService;
  readonly rateLimits: RateLimits | undefined;
  readonly clock: () => number;
};

/** How far visitors of a salon's page get: counted without a cookie or a name, and shown to the salon. */
export const funnelRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    const { funnel, salons, clock } = deps;
    const counts = tally(funnel.add, (error) => app.log.warn({ err: error }, 'counting steps'));
    app.addHook('onClose', () => counts.settle());
    const limit = { rateLimit: { max: FROM_ONE_ADDRESS, timeWindow: '1 hour', groupId: 'steps' } };

    app.post(
      '/api/salons/:slug/steps',
      {
        config: deps.rateLimits === undefined ? {} : limit,
        schema: {
          operationId: 'reachSteps',
          summary: 'Somebody on the page got so far',
          description: 'A page tells each step once while it is open. Nothing is kept but a count for the day.',
          tags: ['salon'],
          params: SalonParams,
          body: StepsReached,
          response: { 204: z.null(), ...problems('salon_not_found') },
        },
      },
      async (request, reply) => {
        const salon = await salons.known({ slug: request.params.slug });
        request.salonId = salon.profile.id;
        const agent = request.headers['user-agent'];
        if (agent && !isbot(agent)) {
          const day = localDate(salon.config.timeZone, clock());
          for (const step of new Set(request.body.steps)) counts.count(salon.profile.id, day, step);
        }
        return reply.code(204).send(null);
      },
    );

    app.get(
      '/api/desk/:salonId/funnel',
      {
        config: { right: 'seeFunnel' },
        schema: {
          operationId: 'getFunnel',
          summary: 'How many visitors of the booking page got how far',
          tags: ['desk'],
          params: DeskParams,
          querystring: FunnelQuery,
          response: { 200: FunnelAnswer, ...deskProblems() },
        },
      },
      async ({ member, query }) => {
        await counts.settle();
        const { timeZone } = (await salons.known({ id: member.salonId })).config;
        const to = localDate(timeZone, clock());
        const from = addDays(to, 1 - query.days);
        const start = localDay(timeZone, from).segments.at(0)?.start ?? clock();
        const [reached, booked] = await Promise.all([funnel.reached(member, from, to), funnel.booked(member, start)]);
        const steps = FUNNEL_STEPS.map((step) => ({ step, count: reached.get(step) ?? 0 }));
        return { from, to, steps: [...steps, { step: 'booked' as const, count: booked }] };
      },
    );
  };

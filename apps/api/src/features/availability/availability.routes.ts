import { AvailabilityAnswer, AvailabilityQuery } from '@salon/contracts/availability';
import { SalonParams } from '@salon/contracts/salon';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { RateLimits } from '../../config.ts';
import { answerCompactly } from '../../plugins/compact-answers.ts';
import { problems } from '../../plugins/problem-responses.ts';
import { timesLimit } from '../../plugins/rate-limit.ts';
import type { SalonService } from '../salon/salon.service.ts';
import { availability } from './availability.service.ts';
import type { ClaimRepo } from './claim.repo.ts';

export const availabilityRoutes =
  (deps: {
    salons: SalonService;
    claims: ClaimRepo;
    clock: () => number;
    rateLimits: RateLimits | undefined;
  }): FastifyPluginAsyncZod =>
  async (app) => {
    await answerCompactly(app);
    app.get(
      '/api/salons/:slug/availability',
      {
        config: timesLimit(deps.rateLimits),
        schema: {
          operationId: 'listFreeTimes',
          summary: 'Free times for a visit',
          tags: ['salon'],
          params: SalonParams,
          querystring: AvailabilityQuery,
          response: {
            200: AvailabilityAnswer,
            ...problems('salon_not_found', 'service_not_found', 'staff_not_found', 'basket_too_complex'),
          },
        },
      },
      async (request, reply) => {
        const salon = await deps.salons.known(request.params);
        request.salonId = salon.profile.id;
        request.serviceId = request.query.services[0];
        const answer = await availability(deps, salon, request.query);
        // Hundreds of slots: the tests hold them against the schema, a request does not wait for it.
        reply.serializer(JSON.stringify);
        // Long enough for a customer who taps back and forth, too short to show what is long gone.
        reply.header('cache-control', 'private, max-age=5');
        return answer;
      },
    );
  };

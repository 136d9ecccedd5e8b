import { BookedTogether } from '@salon/contracts/booked-together';
import { SalonParams } from '@salon/contracts/salon';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { answerCompactly } from '../../plugins/compact-answers.ts';
import { problems } from '../../plugins/problem-responses.ts';
import type { SalonService } from '../salon/salon.service.ts';
import type { BookedTogetherService } from './booked-together.service.ts';

export const bookedTogetherRoutes =
  (deps: { salons: SalonService; bookedTogether: BookedTogetherService }): FastifyPluginAsyncZod =>
  async (app) => {
    await answerCompactly(app);
    app.get(
      '/api/salons/:slug/booked-together',
      {
        schema: {
          operationId: 'listBookedTogether',
          summary: 'What people book in one visit',
          tags: ['salon'],
          params: SalonParams,
          response: { 200: BookedTogether, ...problems('salon_not_found') },
        },
      },
      async (request, reply) => {
        const salon = await deps.salons.current(request.params);
        request.salonId = salon.profile.id;
        reply.header('cache-control', 'private, max-age=300');
        return deps.bookedTogether(salon);
      },
    );
  };

import { SalonAnswer, SalonParams } from '@salon/contracts/salon';
import type { LearningSettings } from '@salon/settings/learning';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { answerCompactly } from '../../plugins/compact-answers.ts';
import { problems } from '../../plugins/problem-responses.ts';
import type { SalonService } from './salon.service.ts';
import { salonAnswer } from './salon-answer.ts';

export const salonRoutes =
  (deps: {
    salons: SalonService;
    clock: () => number;
    learning: LearningSettings | undefined;
  }): FastifyPluginAsyncZod =>
  async (app) => {
    await answerCompactly(app);
    app.get(
      '/api/salons/:slug',
      {
        schema: {
          operationId: 'getSalon',
          summary: 'A salon with its catalogue',
          tags: ['salon'],
          params: SalonParams,
          response: { 200: SalonAnswer, ...problems('salon_not_found') },
        },
      },
      async (request, reply) => {
        const salon = await deps.salons.current({ slug: request.params.slug });
        request.salonId = salon.profile.id;
        reply.header('cache-control', 'private, max-age=30');
        return salonAnswer(salon, deps.clock(), deps.learning);
      },
    );
  };

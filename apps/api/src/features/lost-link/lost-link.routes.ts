import { setTimeout as wait } from 'node:timers/promises';
import { LostLinkAnswer, LostLinkRequest } from '@salon/contracts/lost-link';
import { SalonParams } from '@salon/contracts/salon';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { RateLimits } from '../../config.ts';
import { problems } from '../../plugins/problem-responses.ts';
import { writeLimit } from '../../plugins/rate-limit.ts';
import { emailKey } from '../booking/email-key.ts';
import type { SalonService } from '../salon/salon.service.ts';
import type { LostLinkRepo } from './lost-link.repo.ts';

/** Nobody is answered sooner, so that writing a row or not does not show in the time it takes. */
const ANSWER_AFTER_MS = 200;
const ANSWER = {
  message: 'If visits are booked under this address, their links are on the way to it.',
};

type Deps = {
  readonly salons: SalonService;
  readonly lostLinks: LostLinkRepo;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly rateLimits: RateLimits | undefined;
};

export const lostLinkRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/salons/:slug/lost-link',
      {
        config: writeLimit(deps.rateLimits, 'lost-link'),
        schema: {
          operationId: 'askForLinks',
          summary: 'Have the links of visits ahead sent by mail',
          description: 'The answer is the same for every address, whether anything is booked under it or not.',
          tags: ['manage'],
          params: SalonParams,
          body: LostLinkRequest,
          response: {
            202: LostLinkAnswer,
            ...problems('salon_not_found', 'payload_too_large', 'unsupported_media_type', 'read_only'),
          },
        },
      },
      async (request, reply) => {
        const now = deps.clock();
        const { scope, profile } = await deps.salons.known(request.params);
        request.salonId = profile.id;
        const asked = deps.lostLinks.ask(scope, emailKey(request.body.email), {
          id: deps.newId(),
          requestId: request.id,
          now,
        });
        await Promise.all([asked, wait(ANSWER_AFTER_MS)]);
        return reply.status(202).send(ANSWER);
      },
    );
  };

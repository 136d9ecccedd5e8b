import { MeasureAnswer } from '@salon/contracts/learning';
import type { LearningSettings } from '@salon/settings/learning';
import { tellPostHog } from '@salon/telemetry/posthog';
import type { FastifyInstance } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { RateLimits } from '../../config.ts';
import { AppError } from '../../errors/app-error.ts';
import { problems } from '../../plugins/problem-responses.ts';
import { writeLimit } from '../../plugins/rate-limit.ts';
import { CAPTURE_LIMIT, capturedEvents } from './captured.ts';

/**
 * Where pages tell what their consenting visitors do, so that they talk to nobody but us: the events of the catalogue go on
 * to PostHog, without the address, the cookies or the browser they came from. Only there where PostHog is configured.
 */
export const measureRoutes =
  (deps: { learning: LearningSettings; rateLimits: RateLimits | undefined }): FastifyPluginAsyncZod =>
  async (app) => {
    readAnyBytes(app);
    app.post(
      '/api/measure/e/',
      {
        bodyLimit: CAPTURE_LIMIT,
        config: { evenReadOnly: true, ...writeLimit(deps.rateLimits, 'measure') },
        schema: {
          operationId: 'measure',
          summary: 'What a visitor who consented does on the page, as posthog-js sends it',
          tags: ['system'],
          response: { 200: MeasureAnswer, ...problems('payload_too_large') },
        },
      },
      async (request) => {
        const { learning } = deps;
        const events = capturedEvents(request.body as Buffer, learning.key);
        if (events === undefined) throw new AppError('invalid_request', 'Expected events as posthog-js sends them.');
        const told = events.length === 0 ? 'taken' : await tellPostHog(learning, events);
        // The library keeps what was not taken, and tries again.
        if (told === 'later') throw new AppError('overloaded', 'Try again later.', { retryAfter: 30 });
        if (told === 'refused') request.log.warn('PostHog takes no events: is POSTHOG_KEY right?');
        return { status: 1 as const };
      },
    );
  };

/** The library says `text/plain` of what it has packed, and a form on leaving; in here whatever comes is bytes. */
function readAnyBytes(app: FastifyInstance) {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

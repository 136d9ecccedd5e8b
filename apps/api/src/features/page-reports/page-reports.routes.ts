import { REPORTS_PATH } from '@salon/reports/page-settings';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RateLimits } from '../../config.ts';
import { AppError } from '../../errors/app-error.ts';
import { refuseOtherSites } from '../../plugins/own-origin.ts';
import { writeLimit } from '../../plugins/rate-limit.ts';
import { dsnOf } from './envelope.ts';
import { type Forward, TooMuch } from './forward.ts';

/** The largest report, in bytes: the first minute of a recording, as text, is some hundred kilobytes. */
const LARGEST = 1024 * 1024;

type Deps = {
  readonly dsn: string;
  readonly forward: Forward;
  readonly ownOrigins: ReadonlySet<string>;
  readonly rateLimits: RateLimits | undefined;
};

/**
 * Takes what pages report and hands it on, so that no blocker stands between; for our own pages, in bounds, and to the
 * one project they report to. Who they are is not handed on: neither address nor cookies.
 */
export const pageReportsRoutes = (deps: Deps) => async (app: FastifyInstance) => {
  // Browsers call it plain text, or nothing at all.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: LARGEST }, (_request, body, done) => done(null, body));

  app.post(
    REPORTS_PATH,
    {
      schema: { hide: true, tags: ['reports'] },
      // It changes nothing here, and a day on which nothing may be changed is one on which to hear of errors.
      config: { evenReadOnly: true, ...writeLimit(deps.rateLimits, 'reports') },
      bodyLimit: LARGEST,
      onRequest: async (request: FastifyRequest) => refuseOtherSites(request, deps.ownOrigins),
    },
    async ({ body, log }, reply) => {
      if (!Buffer.isBuffer(body)) throw new AppError('invalid_request', 'Send an envelope.');
      if (dsnOf(body) !== deps.dsn) throw new AppError('invalid_request', 'This is not reported here.');
      try {
        const { status, limits } = await deps.forward(body);
        if (limits !== null) reply.header('x-sentry-rate-limits', limits);
        return await reply.status(status < 500 ? status : 202).send();
      } catch (error) {
        if (error instanceof TooMuch) throw new AppError('rate_limited', error.message, { retryAfter: 60 });
        // Nobody can mend it from a page, and to report it would come back here.
        log.warn({ err: error }, 'a report of a page could not be handed on');
        return reply.status(202).send();
      }
    },
  );
};

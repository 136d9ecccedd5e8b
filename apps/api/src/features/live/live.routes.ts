import { fastifySSE } from '@fastify/sse';
import { DeskParams } from '@salon/contracts/desk/desk';
import { reachOf } from '@salon/contracts/desk/rights';
import { report } from '@salon/telemetry/reports';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';
import { deskProblems } from '../../plugins/problem-responses.ts';
import type { ChangeHub } from './change-hub.ts';
import { streamChanges } from './change-stream.ts';
import type { LiveRepo } from './live.repo.ts';

/** Streams one login may keep open in one process: a calendar here and there, some of them not noticed as gone yet. */
const STREAMS_OF_LOGIN = 20;

/** The stream that says which days have changed. */
export const liveRoutes =
  (deps: {
    hub: ChangeHub;
    live: LiveRepo;
    clock: () => number;
    beatMillis?: number | undefined;
    streams: { inc(): void; dec(): void };
    /** Called with what is to be done whenever read-only mode begins or ends. */
    onReadOnly: (tell: () => void) => void;
  }): FastifyPluginAsyncZod =>
  async (app) => {
    // The beats are our own: an EventSource cannot see the plugin's.
    await app.register(fastifySSE, { heartbeatInterval: 0 });
    const open = new Map<string, Set<FastifyReply['sse']>>();
    // A server that closes waits for what is open.
    app.addHook('preClose', async () => {
      for (const stream of [...open.values()].flatMap((streams) => [...streams])) stream.close();
    });
    const notices = new Set<() => void>();
    deps.onReadOnly(() => {
      for (const notice of notices) notice();
    });

    function keep(loginId: string, stream: FastifyReply['sse']): void {
      const streams = open.get(loginId) ?? new Set();
      if (streams.size >= STREAMS_OF_LOGIN) {
        throw new AppError('rate_limited', 'Too many calendars are open. Close some.', { retryAfter: 60 });
      }
      open.set(loginId, streams.add(stream));
      deps.streams.inc();
      stream.onClose(() => {
        deps.streams.dec();
        streams.delete(stream);
        if (streams.size === 0 && open.get(loginId) === streams) open.delete(loginId);
      });
    }

    app.get(
      '/api/desk/:salonId/changes',
      {
        sse: 'only',
        config: { right: 'seeCalendar' },
        schema: {
          operationId: 'streamChanges',
          summary: 'Which days have changed, as it happens',
          description:
            'Events: `hello` at first; `change` with `{dates}`, the days to look at again; `again`: look at all that is shown; `system`: look at /api/system/health; `beat` every 15 seconds.',
          tags: ['desk'],
          params: DeskParams,
          response: {
            200: { description: 'Server-sent events', content: { 'text/event-stream': { schema: z.string() } } },
            ...deskProblems(),
          },
        },
      },
      async (request, reply) => {
        const { salonId } = request.member;
        const session = { id: request.login.sessionId, loginId: request.login.loginId };
        keep(session.loginId, reply.sse);
        const mayHear = async () => {
          const role = await deps.live.roleIn(salonId, session, deps.clock());
          return role !== undefined && reachOf(role, 'seeCalendar') !== undefined;
        };
        reply.sse.keepAlive();
        reply.header('x-request-id', request.id);
        const broken = (error: unknown) => {
          request.log.error({ err: error, salon: salonId }, 'a stream broke');
          const tags = { feature: 'desk', salon: salonId, route: request.routeOptions.url };
          request.undertaking?.within(() => report({ error }, tags));
        };
        await streamChanges(reply.sse, deps.hub, salonId, { mayHear, broken, notices, beatMillis: deps.beatMillis });
      },
    );
  };

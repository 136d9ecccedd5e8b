import { FeedAnswer, FeedQuery, FeedSeen } from '@salon/contracts/desk/calendar';
import { DeskParams } from '@salon/contracts/desk/desk';
import { DAY } from '@salon/domain/time/interval';
import { formatInstant } from '@salon/domain/time/wall-clock';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { deskProblems } from '../../plugins/problem-responses.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { ReadOnly } from '../read-only/read-only.ts';
import type { SalonService } from '../salon/salon.service.ts';
import type { FeedRepo } from './feed.repo.ts';

/** How far back it reaches unless she asks for more. */
const USUAL = 3 * DAY;

type Deps = {
  readonly feed: FeedRepo;
  readonly salons: SalonService;
  readonly readOnly: Pick<ReadOnly, 'on'>;
  readonly clock: () => number;
};

/** What customers did by themselves while nobody of the salon looked. */
export const feedRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    /** Until when she has looked. What was there before she ever asked is no news to her: it counts from then. */
    async function seenUntil(member: MemberScope): Promise<number> {
      const seen = await deps.feed.seenUntil(member);
      if (seen !== undefined) return seen;
      const now = deps.clock();
      if (!deps.readOnly.on) await deps.feed.see(member, now);
      return now;
    }

    async function feed(member: MemberScope, wanted: number | undefined): Promise<FeedAnswer> {
      const [salon, seen] = await Promise.all([deps.salons.known({ id: member.salonId }), seenUntil(member)]);
      const { timeZone } = salon.config;
      const since = wanted ?? deps.clock() - USUAL;
      const own = member.reach === 'own' ? member.staffId : null;
      const rows = await deps.feed.since(member, Math.min(since, seen), own);
      const at = (millis: number) => formatInstant(timeZone, millis);
      return {
        entries: rows
          .filter((row) => row.at_ms > since)
          .map((row) => ({
            id: row.id,
            at: new Date(row.at_ms).toISOString(),
            what: row.what,
            visitId: row.visit_id,
            name: row.name,
            startsAt: at(row.from_ms),
            wasAt: row.was_ms === null ? null : at(row.was_ms),
            service: row.service,
          })),
        unseen: rows.filter((row) => row.at_ms > seen).length,
      };
    }

    app.get(
      '/api/desk/:salonId/feed',
      {
        config: { right: 'seeCalendar' },
        schema: {
          operationId: 'listFeed',
          summary: 'What customers did by themselves, and how much of it she has not seen',
          description:
            'The newest first, a hundred at most; `unseen` counts what came since she last looked, or first asked.',
          tags: ['desk'],
          params: DeskParams,
          querystring: FeedQuery,
          response: { 200: FeedAnswer, ...deskProblems() },
        },
      },
      ({ member, query }) => feed(member, query.since === undefined ? undefined : Date.parse(query.since)),
    );

    app.post(
      '/api/desk/:salonId/feed/seen',
      {
        config: { right: 'seeCalendar' },
        schema: {
          operationId: 'seeFeed',
          summary: 'She has looked until then',
          tags: ['desk'],
          params: DeskParams,
          body: FeedSeen,
          response: { 204: z.null(), ...deskProblems() },
        },
      },
      async ({ member, body }, reply) => {
        // Nobody has seen what is still to come, whatever her clock says.
        await deps.feed.see(member, Math.min(Date.parse(body.until), deps.clock()));
        return reply.code(204).send(null);
      },
    );
  };

import { AvailabilityAnswer, MoveTimesQuery } from '@salon/contracts/availability';
import { KeyHeaders } from '@salon/contracts/booking';
import { CancelRequest, ChangedBooking, ManageAnswer, ManageParams, RescheduleRequest } from '@salon/contracts/manage';
import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { RateLimits } from '../../config.ts';
import { problems } from '../../plugins/problem-responses.ts';
import { timesLimit, writeLimit } from '../../plugins/rate-limit.ts';
import { withManageUrl } from '../booking/booking-answer.ts';
import { idempotencyKey } from '../booking/idempotency-key.ts';
import { calendarOf } from './calendar.ts';
import { cancelVisit, currentBooking, type ManageDeps, manageAnswer, openLink } from './manage.service.ts';
import { moveTimes } from './move-times.service.ts';
import { rescheduleVisit } from './reschedule.service.ts';

const LINK = ['booking_not_found', 'link_expired', 'erased'] as const;

export const manageRoutes =
  (deps: ManageDeps & { rateLimits: RateLimits | undefined }): FastifyPluginAsyncZod =>
  async (app) => {
    const config = { evenReadOnly: 'by_key', ...writeLimit(deps.rateLimits) } as const;

    async function open(request: FastifyRequest<{ Params: { token: string } }>) {
      const opened = await openLink(deps, request.params.token);
      request.salonId = opened.salon.profile.id;
      return opened;
    }

    app.get(
      '/api/bookings/manage/:token',
      {
        schema: {
          operationId: 'getVisit',
          summary: 'See a visit',
          tags: ['manage'],
          params: ManageParams,
          response: { 200: ManageAnswer, ...problems(...LINK) },
        },
      },
      async (request, reply) => {
        const opened = await open(request);
        reply.header('cache-control', 'no-store');
        return manageAnswer(deps, opened);
      },
    );

    app.get(
      '/api/bookings/manage/:token/availability',
      {
        config: timesLimit(deps.rateLimits),
        schema: {
          operationId: 'listTimesToMoveTo',
          summary: 'Times a visit can be moved to',
          description: 'Its own time counts as free. Whom and what price a time names is what moving there brings.',
          tags: ['manage'],
          params: ManageParams,
          querystring: MoveTimesQuery,
          response: {
            200: AvailabilityAnswer,
            ...problems(...LINK, 'staff_not_found', 'policy_window', 'basket_too_complex'),
          },
        },
      },
      async (request, reply) => {
        const answer = await moveTimes(deps, await open(request), request.query);
        reply.header('cache-control', 'no-store');
        return answer;
      },
    );

    app.post(
      '/api/bookings/manage/:token/cancel',
      {
        config,
        schema: {
          operationId: 'cancelVisit',
          summary: 'Cancel a visit',
          tags: ['manage'],
          params: ManageParams,
          body: CancelRequest,
          response: {
            200: ChangedBooking,
            ...problems(...LINK, 'policy_window', 'payload_too_large', 'unsupported_media_type', 'read_only'),
          },
        },
      },
      async (request) => {
        const opened = await open(request);
        const cancelled = await cancelVisit(deps, opened, request.body.reason, request.id);
        return { booking: currentBooking(deps, cancelled) };
      },
    );

    app.post(
      '/api/bookings/manage/:token/reschedule',
      {
        config,
        schema: {
          operationId: 'moveVisit',
          summary: 'Move a visit, exactly once',
          description: 'Until it has moved the old visit stands. Sent again with the same key, it answers the same.',
          tags: ['manage'],
          params: ManageParams,
          headers: KeyHeaders,
          body: RescheduleRequest,
          response: {
            200: ChangedBooking,
            ...problems(
              ...LINK,
              'idempotency_key_required',
              'idempotency_key_mismatch',
              'staff_not_found',
              'slot_taken',
              'price_changed',
              'version_conflict',
              'policy_window',
              'booking_paused',
              'payload_too_large',
              'unsupported_media_type',
              'slot_not_bookable',
              'basket_too_complex',
              'idempotency_key_reused',
              'read_only',
            ),
          },
        },
      },
      async (request, reply) => {
        const key = idempotencyKey(request.headers, request.body);
        const move = { body: request.body, key, requestId: request.id };
        const known = await rescheduleVisit(deps, await open(request), move);
        if (known.duplicate) reply.header('idempotency-replayed', 'true');
        reply.serializer((text) => text as string).type('application/json; charset=utf-8');
        return reply.send(`{"booking":${withManageUrl(known.answer, deps.links.urlOf(known))}}` as never);
      },
    );

    app.get(
      '/api/bookings/manage/:token/calendar.ics',
      {
        schema: {
          operationId: 'getCalendarEntry',
          summary: 'A visit as a calendar entry',
          tags: ['manage'],
          params: ManageParams,
          response: {
            200: { description: 'RFC 5545', content: { 'text/calendar': { schema: z.string() } } },
            ...problems(...LINK),
          },
        },
      },
      async (request, reply) => {
        const opened = await open(request);
        const { manageUrl } = currentBooking(deps, opened);
        reply
          .header('cache-control', 'no-store')
          .header('content-disposition', `attachment; filename="${opened.visit.reference}.ics"`)
          .type('text/calendar; charset=utf-8')
          .serializer((text) => text as string);
        return reply.send(calendarOf(opened, manageUrl));
      },
    );
  };

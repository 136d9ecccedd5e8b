import { BookingAnswer, BookingRequest, KeyHeaders } from '@salon/contracts/booking';
import type { ManageLinks } from '@salon/links/manage-link';
import type { LearningSettings } from '@salon/settings/learning';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { RateLimits } from '../../config.ts';
import { problems } from '../../plugins/problem-responses.ts';
import { writeLimit } from '../../plugins/rate-limit.ts';
import type { BookingFigures } from '../figures/booking-figures.ts';
import { countBooking } from '../figures/counted-booking.ts';
import { consentedVisitor } from '../measure/consented-visitor.ts';
import { type BookingDeps, bookVisit } from './booking.service.ts';
import { withManageUrl } from './booking-answer.ts';
import { idempotencyKey } from './idempotency-key.ts';
import { firstService } from './visit-request.ts';

type BookingRouteDeps = BookingDeps & {
  readonly links: ManageLinks;
  readonly rateLimits: RateLimits | undefined;
  readonly figures: BookingFigures;
  readonly learning: LearningSettings | undefined;
};

export const bookingRoutes =
  (deps: BookingRouteDeps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/api/bookings/public',
      {
        config: { evenReadOnly: 'by_key', ...writeLimit(deps.rateLimits) },
        schema: {
          operationId: 'bookVisit',
          summary: 'Book a visit, exactly once',
          description: 'Sent again with the same key and body, it answers the same booking.',
          tags: ['booking'],
          headers: KeyHeaders,
          body: BookingRequest,
          response: {
            200: BookingAnswer.meta({ description: 'This key was answered before: the same booking.' }),
            201: BookingAnswer.meta({ description: 'Booked.' }),
            ...problems(
              'idempotency_key_required',
              'idempotency_key_mismatch',
              'salon_not_found',
              'service_not_found',
              'staff_not_found',
              'slot_taken',
              'price_changed',
              'call_salon',
              'booking_paused',
              'erased',
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
        const { body, id: requestId } = request;
        const salon = await deps.salons.known(
          body.salonId === undefined ? { slug: body.salonSlug ?? '' } : { id: body.salonId },
        );
        request.salonId = salon.profile.id;
        request.serviceId = firstService(salon.config, body);
        const visitor = deps.learning && consentedVisitor(request.headers);
        const known = await countBooking(deps.figures, salon.profile.slug, () =>
          bookVisit(deps, { salon, body, key, requestId, visitor, source: 'online', announce: true }),
        );
        if (known.duplicate) reply.header('idempotency-replayed', 'true');
        const booking = withManageUrl(known.answer, deps.links.urlOf(known));
        // Already JSON, and to be repeated byte for byte: not parsed and written anew.
        reply.serializer((text) => text as string).type('application/json; charset=utf-8');
        return reply
          .status(known.duplicate ? 200 : 201)
          .send(`{"booking":${booking},"duplicate":${known.duplicate}}` as never);
      },
    );
  };

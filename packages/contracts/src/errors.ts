import { z } from 'zod';
import { SalonCard } from './salon.ts';

/** Every code a client may meet, with its HTTP status and title. Closed: clients switch on it. */
export const ERRORS = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  idempotency_key_required: { status: 400, title: 'An idempotency key is required' },
  idempotency_key_mismatch: { status: 400, title: 'Header and body name different idempotency keys' },
  not_found: { status: 404, title: 'Nothing is here' },
  salon_not_found: { status: 404, title: 'No such salon' },
  service_not_found: { status: 404, title: 'No such service' },
  staff_not_found: { status: 404, title: 'No such staff member' },
  booking_not_found: { status: 404, title: 'No such booking' },
  slot_taken: { status: 409, title: 'That time has just been taken' },
  version_conflict: { status: 409, title: 'The booking was changed meanwhile' },
  policy_window: { status: 409, title: 'The booking can no longer be changed online' },
  call_salon: { status: 409, title: 'Please call the salon to book' },
  booking_paused: { status: 409, title: 'The salon takes no online bookings at the moment' },
  price_changed: { status: 409, title: 'The price has changed' },
  link_expired: { status: 410, title: 'The link has expired' },
  erased: { status: 410, title: 'The booking was erased' },
  payload_too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'The media type is not supported' },
  slot_not_bookable: { status: 422, title: 'That time cannot be booked' },
  basket_too_complex: { status: 422, title: 'These services are too many ways to combine' },
  idempotency_key_reused: { status: 422, title: 'The idempotency key was used for another request' },
  rate_limited: { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  read_only: { status: 503, title: 'Bookings cannot be changed at the moment' },
  overloaded: { status: 503, title: 'Too busy at the moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

export const Alternative = z
  .object({ startsAt: z.iso.datetime({ offset: true }), staffIds: z.array(z.uuid()) })
  .meta({ id: 'Alternative', description: 'Another start for the same wish, bookable when it was listed.' });
export type Alternative = z.infer<typeof Alternative>;

/** RFC 9457 problem details with our `code`; `errors` names every bad field. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(ERRORS) as [ErrorCode, ...ErrorCode[]]),
    detail: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    alternatives: z.array(Alternative).optional(),
    estimatedRecovery: z.string().nullable().optional(),
    salon: z.object(SalonCard.shape).optional().meta({ description: 'Whose link it was, when a link opens no visit.' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;

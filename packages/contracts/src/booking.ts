import { z } from 'zod';
import { Cents, Id, Instant, LocalDate, LocalTime, line, text } from './wire.ts';

/** 1–255 visible ASCII characters. */
const Key = z.string().regex(/^[\x21-\x7e]{1,255}$/, 'Expected 1 to 255 visible ASCII characters');

const ServiceWish = z.object({ service: line(200), staffId: Id.optional() });

const hasOneOf = (a: string, b: string) => (body: Record<string, unknown>) =>
  (body[a] === undefined) !== (body[b] === undefined);
/** Looked at also when other fields are wrong, so that every bad field is named at once. */
const oneOf = (a: string, b: string) => ({
  path: [a],
  message: `Give either ${a} or ${b}`,
  when: ({ value }: { value: unknown }) => value instanceof Object,
});

export const BookingRequest = z
  .object({
    salonId: Id.optional(),
    salonSlug: z.string().min(1).max(63).optional(),
    service: line(200)
      .optional()
      .meta({ description: 'Id or exact name.', examples: ['Herrenhaarschnitt'] }),
    services: z.array(ServiceWish).min(1).max(6).optional(),
    staffId: Id.optional().meta({ description: 'Absent: whoever can, cheapest and earliest first.' }),
    date: LocalDate,
    time: LocalTime,
    customer: z.object({
      name: line(200).meta({ examples: ['Jonas Petersen'] }),
      email: z.email().max(254),
      phone: line(40).optional(),
    }),
    guestName: line(200).optional().meta({ description: 'Who comes, when it is not the customer.' }),
    note: text(2000).optional(),
    locale: z.enum(['de', 'en']).optional(),
    expectedPriceCents: Cents.optional().meta({ description: 'Nothing dearer is booked.' }),
    idempotencyKey: Key.optional().meta({ description: 'Instead of the header Idempotency-Key.' }),
    website: z.literal('', 'Leave this field empty').optional().meta({ description: 'Left empty by people.' }),
  })
  .refine(hasOneOf('salonId', 'salonSlug'), oneOf('salonId', 'salonSlug'))
  .refine(hasOneOf('service', 'services'), oneOf('service', 'services'))
  .refine((body) => body.services === undefined || body.staffId === undefined, {
    path: ['staffId'],
    message: 'Name staff members in services',
  })
  .meta({
    id: 'BookingRequest',
    examples: [
      {
        salonSlug: 'demo',
        service: 'Herrenhaarschnitt',
        date: '2026-12-19',
        time: '14:00',
        customer: { name: 'Jonas Petersen', email: 'jonas@kunde.example' },
      },
    ],
  });
export type BookingRequest = z.infer<typeof BookingRequest>;

/** The header of the IETF draft: a quoted string, or (as most send it) the bare key. */
export const KeyHeaders = z.object({
  'idempotency-key': z
    .string()
    .transform((value) => (/^".*"$/.test(value) ? value.slice(1, -1) : value))
    .pipe(Key)
    .optional(),
});

export const BookingStatus = z.enum(['requested', 'confirmed', 'arrived', 'done', 'no_show', 'cancelled']);

export const BookingItem = z.object({
  serviceId: z.uuid(),
  service: z.string(),
  staffId: z.uuid(),
  staff: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  priceCents: Cents,
});

export const Booking = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    status: BookingStatus,
    version: z.int(),
    startsAt: Instant,
    endsAt: Instant,
    timezone: z.string(),
    items: z.array(BookingItem),
    priceCents: Cents,
    currency: z.string(),
    customer: z.object({ name: z.string(), email: z.string() }),
    manageUrl: z.url(),
  })
  .meta({ id: 'Booking' });
export type Booking = z.infer<typeof Booking>;

export const BookingAnswer = z
  .object({
    booking: Booking,
    duplicate: z.boolean().meta({ description: 'True when this key was answered before.' }),
  })
  .meta({ id: 'BookingAnswer' });

import { z } from 'zod';
import { Booking } from './booking.ts';
import { PublicPolicy, SalonCard } from './salon.ts';
import { Cents, Id, Instant, LocalDate, LocalTime, RowVersion, text } from './wire.ts';

export const ManageParams = z.object({ token: z.string() });

export const ManageAnswer = z
  .object({
    booking: Booking,
    canCancel: z.boolean(),
    canReschedule: z.boolean(),
    cancellableUntil: Instant.meta({ description: 'Until then it can be cancelled or moved online.' }),
    policy: PublicPolicy,
    salon: SalonCard,
    priceFrom: z
      .boolean()
      .meta({ description: 'The price is the lowest it may come to, as the salon says of a service.' }),
    note: z.string().nullable(),
    guestName: z.string().nullable().meta({ description: 'Who comes, when it is not the customer.' }),
    cancelReason: z.string().nullable(),
  })
  .meta({ id: 'ManageAnswer' });

export const CancelRequest = z
  .object({ reason: text(500).optional() })
  .nullish()
  .transform((body) => body ?? {})
  .meta({ id: 'CancelRequest', examples: [{ reason: 'Ich bin krank.' }] });

export const RescheduleRequest = z
  .object({
    date: LocalDate,
    time: LocalTime,
    staffId: Id.optional().meta({ description: 'Absent: the same staff member if free, else any who can.' }),
    expectedPriceCents: Cents.optional().meta({ description: 'It is moved to nothing dearer.' }),
    version: RowVersion.meta({ description: 'The version of the booking that the customer saw.' }),
    idempotencyKey: z
      .string()
      .regex(/^[\x21-\x7e]{1,255}$/)
      .optional(),
  })
  .meta({ id: 'RescheduleRequest', examples: [{ date: '2026-12-19', time: '15:00', version: 1 }] });
export type RescheduleRequest = z.infer<typeof RescheduleRequest>;

export const ChangedBooking = z.object({ booking: Booking }).meta({ id: 'ChangedBooking' });

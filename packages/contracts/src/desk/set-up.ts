import { z } from 'zod';
import { BookingStatus } from '../booking.ts';
import { Id, Instant, LocalDate } from '../wire.ts';

/** What stood there when it was read: a change that names another one is refused with `version_conflict`. */
export const Version = z.string().max(64).meta({ description: 'Of what was read; changes with every change of it.' });

/** Do it although booked visits are affected; without it they are told (409 `visits_affected`) and nothing is kept. */
export const Confirm = z.boolean().default(false).meta({ description: 'Although booked visits are affected.' });

/** Wall-clock minutes of the salon's day; 1440 is midnight at its end. */
export const WallSpan = z
  .object({ startMinute: z.int().min(0).max(1439), endMinute: z.int().min(1).max(1440) })
  .refine((span) => span.startMinute < span.endMinute, {
    path: ['endMinute'],
    error: 'Expected an end after the start',
  });
export type WallSpan = z.infer<typeof WallSpan>;

/** Of some dates, or of a part of one. */
export const SomeDays = {
  firstDate: LocalDate,
  lastDate: LocalDate,
  startMinute: z.int().min(0).max(1439).nullable(),
  endMinute: z.int().min(1).max(1440).nullable(),
};

export const AstrayReason = z.enum([
  'closure',
  'outside_openings',
  'staff_inactive',
  'not_offered',
  'service_archived',
  'station_inactive',
  'station_kind',
]);
export type AstrayReason = z.infer<typeof AstrayReason>;

/** A booked visit ahead that does not lie within what the salon offers, or would not after a change. */
export const AffectedVisit = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    status: BookingStatus,
    name: z.string(),
    startsAt: Instant,
    endsAt: Instant,
    items: z.array(
      z.object({
        service: z.string(),
        staffId: z.uuid(),
        staff: z.string(),
        startsAt: Instant,
        reasons: z.array(AstrayReason).meta({ description: 'Empty: this part of the visit is fine.' }),
      }),
    ),
  })
  .meta({ id: 'AffectedVisit' });
export type AffectedVisit = z.infer<typeof AffectedVisit>;

/** How many of them are told at most; `total` says how many there are. */
export const AFFECTED_SHOWN = 100;

/** All visits ahead that lie outside of what the salon offers by now, the next first. */
export const OutsideAnswer = z.object({ visits: z.array(AffectedVisit), total: z.int() });
export type OutsideAnswer = z.infer<typeof OutsideAnswer>;

export const OrderRequest = z.object({ ids: z.array(Id).max(500) });

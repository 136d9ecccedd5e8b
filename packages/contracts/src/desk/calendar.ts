import { z } from 'zod';
import { Id, Instant, InstantInput, LocalDate, RowVersion, text } from '../wire.ts';
import { Change, DeskVisit } from './visit.ts';

const Span = z.object({ startsAt: Instant, endsAt: Instant });

export const DeskTimeOff = z
  .object({
    id: z.uuid(),
    version: z.int(),
    staffId: z.uuid(),
    kind: z.enum(['time_off', 'blocked']),
    startsAt: Instant,
    endsAt: Instant,
    reason: z.string().nullable().meta({ description: 'Null also where the member may not know it.' }),
    overlaps: z.boolean().meta({ description: 'Visits lie below it.' }),
  })
  .meta({ id: 'DeskTimeOff' });
export type DeskTimeOff = z.infer<typeof DeskTimeOff>;

export const CalendarQuery = z.object({
  from: LocalDate,
  days: z.coerce.number().int().min(1).max(42),
  staff: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(Id).max(100))
    .optional()
    .meta({ description: 'Only these, comma-separated.' }),
});

/** What a calendar shows around its visits. */
const CalendarFrame = z.object({
  timezone: z.string(),
  from: LocalDate,
  days: z.int(),
  staff: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      title: z.string().nullable(),
      photoUrl: z.string().nullable(),
      colour: z.string().nullable(),
      mine: z.boolean().meta({ description: 'The member herself.' }),
    }),
  ),
  stations: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      name: z.string(),
      retired: z
        .boolean()
        .optional()
        .meta({ description: 'In use no more, and somebody is booked there all the same.' }),
    }),
  ),
  openings: z.array(z.object({ date: LocalDate, staffId: z.uuid(), spans: z.array(Span) })),
  closures: z.array(z.object({ name: z.string(), startsAt: Instant, endsAt: Instant })),
  timeOff: z.array(DeskTimeOff),
});

/** All a calendar of some days shows, as its reader puts it together from the rows it is sent as. */
export const CalendarAnswer = CalendarFrame.extend({ visits: z.array(DeskVisit) });
export type CalendarAnswer = z.infer<typeof CalendarAnswer>;

const packed = (columns: string, more = '') =>
  z.array(z.string()).meta({
    description: `A few texts of rows parted by U+0092, their columns by U+0091, which no text of ours holds; times are epoch milliseconds, nothing is told by an empty column: ${columns}.${more}`,
  });

/**
 * A calendar as it is sent: eight thousand visits as packed rows are half as long, and nobody has to write or read them
 * one by one on their way.
 */
export const CalendarRows = CalendarFrame.extend({
  visits: packed(
    'version, startsAt, endsAt, priceCents, id, reference, status, customerId, name, guestName, phone, email, note, source',
    ' Those that begin or last in these days, in no order; cancelled ones are left out.',
  ),
  items: packed('position, startsAt, endsAt, priceCents, visitId, serviceId, service, staffId, staff'),
  wants: packed(
    'itemPosition (-1: a station, for the visit as a whole), startsAt, endsAt, visitId, claimantId',
    ' The stretches in which each item needs its staff member; between them it is processing.',
  ),
  customers: z.array(
    z.object({
      what: z.enum(['missed', 'allergic', 'new']),
      customerId: z.uuid(),
      value: z.number().nullable().meta({
        description: 'How often she did not come; when she is here first (epoch milliseconds, null: not yet).',
      }),
    }),
  ),
  atOnce: z.array(z.uuid()).meta({ description: 'Visits during which their customer has another one.' }),
  overlapping: z
    .array(z.uuid())
    .meta({ description: 'Visits laid over taken time on purpose, and still lying there.' }),
}).meta({ id: 'CalendarRows' });
export type CalendarRows = z.infer<typeof CalendarRows>;

/** How full each day is. */
export const MonthAnswer = z.object({
  timezone: z.string(),
  days: z.array(
    z.object({
      date: LocalDate,
      visits: z.int(),
      openMinutes: z.int().meta({ description: 'Working time of all staff members shown.' }),
      takenMinutes: z.int(),
      closed: z.boolean(),
    }),
  ),
});
export type MonthAnswer = z.infer<typeof MonthAnswer>;

/** A stretch of free working time that a service could be sold into. */
export const Gap = z.object({
  staffId: z.uuid(),
  startsAt: Instant,
  endsAt: Instant,
  minutes: z.int(),
  fits: z.array(z.uuid()).meta({ description: 'Services that fit whole, the longest first.' }),
  couldCome: z
    .array(z.object({ visitId: z.uuid(), name: z.string(), phone: z.string().nullable(), startsAt: Instant }))
    .meta({ description: 'Visits later that day that fit here as they are: whom to call.' }),
});
export const GapsQuery = z.object({ date: LocalDate });
export const GapsAnswer = z.object({ date: LocalDate, gaps: z.array(Gap) });
export type GapsAnswer = z.infer<typeof GapsAnswer>;

/** What lies over taken time right now, and what holds that time. */
export const Overlap = z
  .object({
    kind: z.enum(['visit', 'time_off', 'blocked']),
    id: z.uuid().meta({ description: 'Of the visit or the time off that lies above.' }),
    name: z.string().nullable().meta({ description: 'Whose visit it is; null for time off.' }),
    claimantId: z.uuid().meta({ description: 'The staff member or the station it is about.' }),
    startsAt: Instant,
    endsAt: Instant,
    below: z.array(
      z.object({
        kind: z.enum(['visit', 'time_off', 'blocked']),
        id: z.uuid(),
        name: z.string().nullable(),
        startsAt: Instant,
        endsAt: Instant,
      }),
    ),
  })
  .meta({ id: 'Overlap' });
export const OverlapsAnswer = z.object({ overlaps: z.array(Overlap) });
export type OverlapsAnswer = z.infer<typeof OverlapsAnswer>;

export const NewTimeOff = z.object({
  staffId: Id,
  kind: z.enum(['time_off', 'blocked']),
  startsAt: InstantInput,
  endsAt: InstantInput,
  reason: text(200).optional(),
  overlap: z.boolean().default(false).meta({ description: 'Lie over visits.' }),
});
export type NewTimeOff = z.infer<typeof NewTimeOff>;
/** All of it as it shall be, upon the version somebody saw. */
export const ChangedTimeOff = NewTimeOff.extend({ version: RowVersion });
export type ChangedTimeOff = z.infer<typeof ChangedTimeOff>;
export const TimeOffParams = z.object({ salonId: Id, timeOffId: Id });
export const TimeOffAnswer = z.object({ timeOff: DeskTimeOff, change: Change });

/** What the stream says: look again at these days. Its reader fetches what she shows; nothing is numbered. */
export const DayChanged = z.object({ dates: z.array(LocalDate) });

/** What came in while nobody looked: what customers did by themselves. */
export const FeedEntry = z.object({
  id: z.uuid(),
  at: Instant,
  what: z.enum(['booked', 'requested', 'moved', 'cancelled']),
  visitId: z.uuid(),
  name: z.string(),
  startsAt: Instant,
  wasAt: Instant.nullable(),
  service: z.string(),
});
export const FeedQuery = z.object({
  since: InstantInput.optional().meta({ description: 'Absent: the last three days.' }),
});
/** Up to where she has looked: the `at` of the newest entry she was shown. */
export const FeedSeen = z.object({ until: InstantInput });
export const FeedAnswer = z.object({ entries: z.array(FeedEntry), unseen: z.int() });
export type FeedAnswer = z.infer<typeof FeedAnswer>;

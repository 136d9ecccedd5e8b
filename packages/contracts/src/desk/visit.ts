import { z } from 'zod';
import { BookingStatus } from '../booking.ts';
import { Cents, CentsInput, Id, Instant, InstantInput, line, RowVersion, text } from '../wire.ts';

export const DeskPhase = z.object({
  kind: z.enum(['work', 'processing', 'finish']),
  startsAt: Instant,
  endsAt: Instant,
});

/** One service of a visit as the desk sees it: its phases in time. */
export const DeskItem = z.object({
  position: z.int(),
  serviceId: z.uuid(),
  service: z.string(),
  staffId: z.uuid(),
  staff: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  phases: z.array(DeskPhase),
  bufferMinutes: z.number().optional().meta({ description: 'What clearing up takes behind it; absent: nothing.' }),
  priceCents: Cents.optional().meta({ description: 'Absent where the member may not see it.' }),
});

/** What a glance at a visit should tell. */
export const DeskMarks = z.object({
  newCustomer: z.boolean().meta({ description: 'The first visit of this customer here.' }),
  note: z.boolean(),
  allergy: z.boolean(),
  noShows: z.int().min(0),
  online: z.boolean(),
  overlaps: z.boolean().meta({ description: 'Laid over taken time on purpose, and still lying there.' }),
  sameCustomerAtOnce: z.boolean().meta({ description: 'Another visit of this customer takes place meanwhile.' }),
});

/** A visit in the calendar. */
export const DeskVisit = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    status: BookingStatus,
    version: z.int(),
    startsAt: Instant,
    endsAt: Instant,
    customerId: z.uuid().nullable().meta({ description: 'Null: somebody without details.' }),
    name: z.string(),
    guestName: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    note: z.string().nullable(),
    items: z.array(DeskItem),
    stations: z.array(z.object({ stationId: z.uuid(), startsAt: Instant, endsAt: Instant })),
    priceCents: Cents.optional(),
    marks: DeskMarks,
  })
  .meta({ id: 'DeskVisit' });
export type DeskVisit = z.infer<typeof DeskVisit>;

/** One service as the desk wants it: where exactly it lies is hers to say, whatever the grid or the openings. */
export const ItemWish = z.object({
  serviceId: Id,
  staffId: Id,
  startsAt: InstantInput,
  minutes: z
    .array(z.int().min(0).max(600))
    .max(12)
    .optional()
    .meta({ description: 'Own minutes of each phase, in order; absent: those of this staff member.' }),
  priceCents: CentsInput.optional().meta({ description: 'Absent: the price of this staff member.' }),
});
export type ItemWish = z.infer<typeof ItemWish>;

/** A visit in the address. */
export const VisitParams = z.object({ salonId: Id, visitId: Id });
export const ChangeParams = z.object({ salonId: Id, changeId: Id });

/** What the desk knows it does against the rules: without it, what is in the way is told and nothing written. */
const Against = {
  overlap: z.boolean().default(false).meta({ description: 'Lie over taken time.' }),
  outside: z.boolean().default(false).meta({ description: 'Lie outside of openings.' }),
};
const Stations = z.array(Id).max(6).optional();
const Notify = z.boolean().meta({ description: 'Whether the customer is told by mail.' });

export const DeskCustomer = z.union([
  z.object({ id: Id }),
  z.object({
    name: line(200),
    email: z.email().max(254).optional(),
    phone: line(40).optional(),
  }),
]);

export const NewVisit = z
  .object({
    customer: DeskCustomer.nullable().meta({ description: 'Null: a walk-in without details.' }),
    guestName: line(200).optional(),
    note: text(2000).optional(),
    items: z.array(ItemWish).min(1).max(6),
    stations: Stations.meta({
      description: 'The chairs or rooms it shall have, one of a kind; absent: those that are free.',
    }),
    notify: Notify,
    ...Against,
  })
  .meta({ id: 'NewVisit' });
export type NewVisit = z.infer<typeof NewVisit>;

/** The whole visit as it shall be: moved, longer, with other people or further services. */
export const ChangedVisit = z
  .object({
    version: RowVersion,
    items: z.array(ItemWish).min(1).max(6),
    guestName: line(200).nullable().optional(),
    note: text(2000).nullable().optional(),
    customer: DeskCustomer.nullable().optional(),
    stations: Stations.meta({
      description: 'The chairs or rooms it shall have, one of a kind; absent: those it has, while they are free.',
    }),
    notify: Notify,
    ...Against,
  })
  .meta({ id: 'ChangedVisit' });
export type ChangedVisit = z.infer<typeof ChangedVisit>;

export const VisitStatusChange = z
  .object({
    version: RowVersion,
    status: BookingStatus.exclude(['requested']),
    reason: text(500).optional(),
    notify: Notify.default(false),
    overlap: Against.overlap,
  })
  .meta({ id: 'VisitStatusChange' });
export type VisitStatusChange = z.infer<typeof VisitStatusChange>;

/** Splits these services off into a visit of their own. */
export const VisitSplit = z.object({ version: RowVersion, positions: z.array(z.int().min(0)).min(1).max(5) });
export type VisitSplit = z.infer<typeof VisitSplit>;

/** A change that was made, and until when it can be taken back; its mail waits so long. */
export const Change = z.object({ id: z.uuid(), undoableUntil: Instant }).meta({ id: 'Change' });
export type Change = z.infer<typeof Change>;

export const ChangedVisits = z
  .object({ visits: z.array(DeskVisit), change: Change, duplicate: z.boolean() })
  .meta({ id: 'ChangedVisits' });
export type ChangedVisits = z.infer<typeof ChangedVisits>;

/** What is in the way of a wish of the desk. */
export const Conflict = z
  .object({
    kind: z.enum(['visit', 'time_off', 'blocked', 'outside_openings', 'closure', 'not_offered', 'station']),
    startsAt: Instant,
    endsAt: Instant,
    staffId: z.uuid().optional(),
    stationId: z.uuid().optional(),
    visitId: z.uuid().optional(),
    timeOffId: z.uuid().optional(),
    name: z.string().optional().meta({ description: 'Whose visit, why closed; absent where the member may not know.' }),
  })
  .meta({ id: 'Conflict' });
export type Conflict = z.infer<typeof Conflict>;

/** Whose visit it is, at a glance. */
export const VisitCustomer = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  notes: z.string().nullable(),
  allergies: z.string().nullable(),
  blocked: z.boolean(),
  visits: z.int().meta({ description: 'All but cancelled and missed ones, this one included.' }),
  noShows: z.int(),
});
/** One visit, as its panel shows it; of who comes, her card says more. */
export const VisitAnswer = z
  .object({
    visit: DeskVisit,
    outside: z.boolean().meta({ description: 'Still to be done, and in part outside of the hours there are by now.' }),
    createdAt: Instant,
    cancelReason: z.string().nullable(),
    customer: VisitCustomer.nullable().meta({ description: 'Null: somebody without details, or erased.' }),
  })
  .meta({ id: 'VisitAnswer' });
export type VisitAnswer = z.infer<typeof VisitAnswer>;

/** A visit that was looked for. */
export const FoundVisit = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    status: BookingStatus,
    startsAt: Instant,
    name: z.string().meta({ description: 'Who comes.' }),
    services: z.array(z.string()),
  })
  .meta({ id: 'FoundVisit' });
export type FoundVisit = z.infer<typeof FoundVisit>;

export const VisitsQuery = z.object({
  search: text(200).default('').meta({ description: 'A reference, with or without its hyphen, or a name, as heard.' }),
});
export const FoundVisits = z.object({ visits: z.array(FoundVisit) });
export type FoundVisits = z.infer<typeof FoundVisits>;

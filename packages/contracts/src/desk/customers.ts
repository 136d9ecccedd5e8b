import { z } from 'zod';
import { BookingStatus } from '../booking.ts';
import { Cents, Id, Instant, LocalDate, line, RowVersion, text } from '../wire.ts';

/** A customer in a list: who she is, and what one should know before taking her call. */
export const CustomerRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    blocked: z.boolean(),
    allergy: z.boolean(),
    noShows: z.int().min(0),
    lastVisit: Instant.nullable(),
    nextVisit: Instant.nullable(),
  })
  .meta({ id: 'CustomerRow' });
export type CustomerRow = z.infer<typeof CustomerRow>;

export const CustomersQuery = z.object({
  search: text(200)
    .default('')
    .meta({ description: 'Parts of name, address or number, as heard; empty: who is here about now.' }),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const CustomersAnswer = z.object({ customers: z.array(CustomerRow) });

/** A visit on a card. */
export const CustomerVisit = z
  .object({
    id: z.uuid(),
    reference: z.string(),
    status: BookingStatus,
    startsAt: Instant,
    endsAt: Instant,
    guestName: z.string().nullable(),
    note: z.string().nullable(),
    items: z.array(z.object({ serviceId: z.uuid(), service: z.string(), staffId: z.uuid(), staff: z.string() })),
    priceCents: Cents.optional().meta({ description: 'Absent where the member may not see it.' }),
  })
  .meta({ id: 'CustomerVisit' });
export type CustomerVisit = z.infer<typeof CustomerVisit>;

/** What was mixed for her on a day. */
export const Formula = z
  .object({
    id: z.uuid(),
    mixedOn: LocalDate,
    formula: z.string(),
    staff: z.string().nullable().meta({ description: 'Who wrote it, if she can be booked.' }),
  })
  .meta({ id: 'Formula' });
export type Formula = z.infer<typeof Formula>;

export const CustomerVisits = z.object({
  visits: z.array(CustomerVisit),
  before: z.string().nullable().meta({ description: 'Where older ones go on.' }),
});
export type CustomerVisits = z.infer<typeof CustomerVisits>;

/** All that a salon knows of a customer. */
export const CustomerCard = z
  .object({
    id: z.uuid(),
    version: z.int().min(1),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    locale: z.string(),
    notes: z.string().nullable(),
    allergies: z.string().nullable(),
    blocked: z.object({ since: Instant, reason: z.string().nullable() }).nullable(),
    createdAt: Instant,
    noShows: z.int().min(0),
    visitCount: z.int().min(0).meta({ description: 'Visits that took place.' }),
    revenueCents: Cents.optional().meta({ description: 'Of what took place; absent where the member may not see it.' }),
    currency: z.string(),
    nextVisit: CustomerVisit.nullable(),
    formulas: z.array(Formula).meta({ description: 'Newest first.' }),
    history: CustomerVisits.meta({ description: 'Visits, the last first, those ahead included.' }),
  })
  .meta({ id: 'CustomerCard' });
export type CustomerCard = z.infer<typeof CustomerCard>;

export const CustomerParams = z.object({ salonId: Id, customerId: Id });
export const FormulaParams = z.object({ ...CustomerParams.shape, formulaId: Id });
export const MergeParams = z.object({ ...CustomerParams.shape, otherId: Id });
export const CustomerVisitsQuery = z.object({ before: z.string().max(100).optional() });

const Email = z.email().max(254);
const Details = {
  name: line(200),
  email: Email.nullable(),
  phone: line(40).nullable(),
  notes: text(10_000).nullable(),
  allergies: text(2_000).nullable(),
};

export const NewCustomer = z
  .object({ ...z.object(Details).partial().shape, name: Details.name, locale: z.enum(['de', 'en']).optional() })
  .meta({ id: 'NewCustomer' });
export type NewCustomer = z.infer<typeof NewCustomer>;

export const ChangedCustomer = z
  .object({ ...z.object(Details).partial().shape, version: RowVersion })
  .meta({ id: 'ChangedCustomer' });
export type ChangedCustomer = z.infer<typeof ChangedCustomer>;

export const NewFormula = z.object({ mixedOn: LocalDate, formula: text(5_000).min(1) }).meta({ id: 'NewFormula' });
export type NewFormula = z.infer<typeof NewFormula>;

export const BlockRequest = z.object({
  reason: text(500).optional().meta({ description: 'For those who work here; the customer never sees it.' }),
});

/** What stands on one of two cards about to become one. */
export const MergeSide = z.object({
  id: z.uuid(),
  version: z.int(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  notes: z.string().nullable(),
  allergies: z.string().nullable(),
  blocked: z.boolean(),
  visits: z.int(),
  noShows: z.int(),
  formulas: z.int(),
  upcoming: z.int(),
});
export type MergeSide = z.infer<typeof MergeSide>;

/** What will be: `keeps` is the card that stays, `goes` the one that ends as a signpost to it. */
export const MergePreview = z
  .object({ keeps: MergeSide, goes: MergeSide, result: MergeSide.omit({ id: true, version: true }) })
  .meta({ id: 'MergePreview' });
export type MergePreview = z.infer<typeof MergePreview>;

export const MergeRequest = z
  .object({
    otherId: Id.meta({ description: 'The card that goes.' }),
    version: RowVersion,
    otherVersion: RowVersion,
    name: Details.name.optional().meta({ description: 'Details chosen by hand; absent: as the preview says.' }),
    emailOf: z.enum(['keeps', 'goes']).optional().meta({ description: 'Whose address mails go to from now on.' }),
    phone: Details.phone.optional(),
  })
  .meta({ id: 'MergeRequest' });
export type MergeRequest = z.infer<typeof MergeRequest>;

/** What erasing takes away, named before it is done. */
export const ErasePreview = z
  .object({
    version: z.int(),
    visits: z.int().meta({ description: 'Visits that lose her name; they stay in the book.' }),
    formulas: z.int(),
    upcoming: z.array(CustomerVisit).meta({ description: 'Visits ahead: they must be cancelled first, or with it.' }),
  })
  .meta({ id: 'ErasePreview' });
export type ErasePreview = z.infer<typeof ErasePreview>;

export const EraseRequest = z
  .object({
    version: RowVersion,
    cancelFuture: z
      .boolean()
      .default(false)
      .meta({ description: 'Cancel the visits ahead; nobody is left to be told by mail.' }),
  })
  .meta({ id: 'EraseRequest' });

export const ErasedAnswer = z.object({ visits: z.int(), cancelled: z.int() });

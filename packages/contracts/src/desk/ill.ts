import { z } from 'zod';
import { Cents, Id, Instant, InstantInput, LocalDate, RowVersion, text } from '../wire.ts';
import { Change, DeskVisit } from './visit.ts';

/** Visits that are dealt with in one go: of more none is shown (422 `too_many_visits`), and no more are taken. */
export const MOST_ILL_VISITS = 200;

export const IllQuery = z.object({ staffId: Id, from: LocalDate, to: LocalDate });

/** What can become of one visit of somebody who is ill. */
export const IllVisit = z.object({
  visit: DeskVisit,
  others: z
    .array(z.object({ staffId: z.uuid(), priceCents: Cents.optional() }))
    .meta({ description: 'Who could take over her part at the same time.' }),
  times: z
    .array(z.object({ startsAt: Instant, staffIds: z.array(z.uuid()) }))
    .meta({ description: 'Else: other times.' }),
});
export const IllPreview = z.object({ visits: z.array(IllVisit) }).meta({ id: 'IllPreview' });
export type IllPreview = z.infer<typeof IllPreview>;

export const IllChoice = z.discriminatedUnion('do', [
  z.object({ do: z.literal('give'), visitId: Id, version: RowVersion, staffId: Id }),
  z.object({ do: z.literal('move'), visitId: Id, version: RowVersion, staffId: Id, startsAt: InstantInput }),
  z.object({ do: z.literal('cancel'), visitId: Id, version: RowVersion }),
  z.object({ do: z.literal('keep'), visitId: Id, version: RowVersion }),
]);
export const IllRequest = z
  .object({
    staffId: Id,
    from: LocalDate,
    to: LocalDate,
    reason: text(200).optional(),
    choices: z
      .array(IllChoice)
      .max(MOST_ILL_VISITS)
      .refine((list) => new Set(list.map((one) => one.visitId)).size === list.length, 'Expected each visit once'),
    notify: z.boolean(),
  })
  .meta({ id: 'IllRequest' });
export type IllRequest = z.infer<typeof IllRequest>;
export const IllAnswer = z.object({ visits: z.array(DeskVisit), change: Change });

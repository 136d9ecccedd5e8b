import { z } from 'zod';
import { Id, Instant, RowVersion, text } from '../wire.ts';
import { Confirm, SomeDays } from './set-up.ts';

export const TimeOffRequestState = z.enum(['requested', 'approved', 'declined', 'withdrawn', 'revoked']);

/** Time off somebody asks for; it takes her time only when it is approved. */
export const TimeOffRequest = z
  .object({
    id: z.uuid(),
    staffId: z.uuid(),
    state: TimeOffRequestState,
    ...SomeDays,
    reason: z.string().nullable(),
    decidedBy: z.string().nullable(),
    answer: z.string().nullable().meta({ description: 'What was said to it.' }),
    createdAt: Instant,
    visits: z.int().meta({ description: 'Of hers that are booked in this time.' }),
    version: z.int().meta({ description: 'Rises with every decision.' }),
    timeOff: z
      .object({ startsAt: Instant, endsAt: Instant, begun: z.boolean() })
      .nullable()
      .meta({ description: 'What it holds in the calendar by now, where it may have been moved; null: nothing.' }),
  })
  .meta({ id: 'TimeOffRequest' });
export type TimeOffRequest = z.infer<typeof TimeOffRequest>;
export const TimeOffRequestsAnswer = z.object({ requests: z.array(TimeOffRequest) });
export type TimeOffRequestsAnswer = z.infer<typeof TimeOffRequestsAnswer>;

export const NewTimeOffRequest = z
  .object({ staffId: Id, ...SomeDays, reason: text(200).nullable() })
  .refine((one) => one.firstDate <= one.lastDate, { path: ['lastDate'], error: 'Expected an end after the start' })
  .refine(({ lastDate }) => lastDate < '9999', { path: ['lastDate'], error: 'Expected a year up to 9998' })
  .refine(
    ({ startMinute, endMinute, firstDate, lastDate }) =>
      startMinute === null || endMinute === null
        ? startMinute === endMinute
        : startMinute < endMinute && firstDate === lastDate,
    { path: ['endMinute'], error: 'Expected a part of one day, or whole days' },
  )
  .meta({ id: 'NewTimeOffRequest' });
export type NewTimeOffRequest = z.infer<typeof NewTimeOffRequest>;

export const TimeOffApproval = z.object({ confirm: Confirm });
export const TimeOffRefusal = z.object({ answer: text(200).nullable() });
/** Takes back what was approved, as it was seen. */
export const TimeOffRevocation = z.object({ version: RowVersion, answer: text(200).nullable() });
export type TimeOffRevocation = z.infer<typeof TimeOffRevocation>;
export const TimeOffRequestParams = z.object({ salonId: Id, requestId: Id });

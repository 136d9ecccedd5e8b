import { z } from 'zod';
import { Cents, Id, Instant, LocalDate } from './wire.ts';

const listOf = (entry: z.ZodType<string, string>) =>
  z
    .string()
    .transform((value) => value.split(','))
    .pipe(z.array(entry).min(1).max(6));

const Whom = z.union([z.literal('any'), Id]);
const DAYS = {
  from: LocalDate,
  days: z
    .string()
    .regex(/^\d{1,3}$/, 'Expected a whole number')
    .transform(Number)
    .pipe(z.int().min(1).max(62)),
};

export const AvailabilityQuery = z
  .object({
    services: listOf(Id).meta({ description: 'One to six service ids, comma-separated, in the order wanted.' }),
    staff: listOf(Whom)
      .default(['any'])
      .meta({ description: '`any` or a staff id; one for all services or one for each, comma-separated.' }),
    ...DAYS,
  })
  .refine((query) => query.staff.length === 1 || query.staff.length === query.services.length, {
    path: ['staff'],
    message: 'Expected one value, or one for each service',
  });

/** Times a visit could be moved to; its services are known. */
export const MoveTimesQuery = z.object({
  staff: Whom.default('any').meta({ description: '`any`: the same person if free, else whoever can; or a staff id.' }),
  ...DAYS,
});

const Neighbour = z.object({
  staffId: z.uuid().meta({ description: 'Whose time it is: who begins the visit, or who ends it.' }),
  beside: z.enum(['visit', 'blocked', 'hours']).meta({
    description: 'What her free time ends at: another visit, time off or blocked time, or the edge of her hours.',
  }),
  minutes: z.int().min(0).meta({ description: 'Free minutes that stay between it and the visit; 0: they touch.' }),
});

export const SlotAnswer = z
  .object({
    time: z.string(),
    startsAt: Instant,
    staffIds: z.array(z.uuid()),
    priceCents: Cents,
    durationMinutes: z.int().meta({ description: 'From start to end with whom the price is for; people differ.' }),
    recommended: z.enum(['fills_gap', 'adjacent', 'opens_day']).optional(),
    gap: z
      .object({ before: Neighbour, after: Neighbour })
      .optional()
      .meta({ description: 'Why it is recommended: what lies before and after it.' }),
    items: z
      .array(z.object({ serviceId: z.uuid(), staffId: z.uuid(), startsAt: Instant, endsAt: Instant }))
      .optional()
      .meta({ description: 'Who does what when; for visits of several services.' }),
  })
  .meta({ id: 'Slot' });

export const AvailabilityAnswer = z
  .object({
    timezone: z.string(),
    days: z.array(
      z.object({
        date: LocalDate,
        slots: z.array(SlotAnswer),
        possible: z.int().min(0).meta({
          description: 'Starts the day would offer if nothing were taken; 0: closed, or too soon or too far ahead.',
        }),
      }),
    ),
  })
  .meta({ id: 'AvailabilityAnswer' });
export type AvailabilityAnswer = z.infer<typeof AvailabilityAnswer>;

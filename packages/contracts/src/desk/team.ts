import { z } from 'zod';
import { CentsInput, Id, LocalDate, line } from '../wire.ts';
import { firstOverlap } from './overlap.ts';
import { Confirm, Version, WallSpan } from './set-up.ts';

/** `#rrggbb`. */
export const ColourInput = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'Expected a colour like #9a3412');

/** A stretch of a week's plan; weekday 1 is Monday. Between two of a day lies a break. */
export const WeeklyStretch = WallSpan.safeExtend({
  weekday: z.int().min(1).max(7),
  validFrom: LocalDate.nullable(),
  validUntil: LocalDate.nullable(),
}).refine((one) => one.validFrom === null || one.validUntil === null || one.validFrom <= one.validUntil, {
  path: ['validUntil'],
  error: 'Expected an end after the start',
});
export type WeeklyStretch = z.infer<typeof WeeklyStretch>;

const WeeklyPlan = z
  .array(WeeklyStretch)
  .max(140)
  .superRefine((list, context) => {
    const at = firstOverlap(list, (a, b) => a.weekday === b.weekday && validTogether(a, b));
    if (at !== undefined)
      context.addIssue({ code: 'custom', path: [at, 'startMinute'], message: 'Overlaps with another stretch' });
  });

function validTogether(a: WeeklyStretch, b: WeeklyStretch): boolean {
  const begins = (one: WeeklyStretch) => one.validFrom ?? '';
  const ends = (one: WeeklyStretch) => one.validUntil ?? '9999-12-31';
  return begins(a) <= ends(b) && begins(b) <= ends(a);
}

/** Other hours on one date, instead of the weekly plan; none: she does not work. */
export const ExceptionDay = z.object({
  date: LocalDate,
  spans: z
    .array(WallSpan)
    .max(10)
    .superRefine((list, context) => {
      const at = firstOverlap(list, () => true);
      if (at !== undefined)
        context.addIssue({ code: 'custom', path: [at, 'startMinute'], message: 'Overlaps with another stretch' });
    }),
});
export type ExceptionDay = z.infer<typeof ExceptionDay>;

/** Dates of other hours, each once. */
const Exceptions = z
  .array(ExceptionDay)
  .max(800)
  .refine((list) => new Set(list.map((day) => day.date)).size === list.length, 'Expected each date once');

/** A price and minutes of her own; null where they are the service's. */
const Own = {
  priceCents: CentsInput.nullable(),
  phaseMinutes: z
    .array(z.int().min(1).max(720).nullable())
    .max(12)
    .meta({ description: 'Per phase of the service, in order; how long colour develops is nobody’s own.' }),
};
/** A service somebody does. */
export const StaffOffer = z.object({ serviceId: Id, ...Own });
export type StaffOffer = z.infer<typeof StaffOffer>;
/** Somebody who does a service. */
export const ServiceOffer = z.object({ staffId: Id, ...Own });
export type ServiceOffer = z.infer<typeof ServiceOffer>;

const StaffProfile = z
  .object({
    name: line(100),
    title: line(100).nullable(),
    colour: ColourInput.nullable(),
    activeFrom: LocalDate.nullable(),
    activeUntil: LocalDate.nullable(),
  })
  .refine((one) => one.activeFrom === null || one.activeUntil === null || one.activeFrom <= one.activeUntil, {
    path: ['activeUntil'],
    error: 'Expected an end after the start',
  });
export type StaffProfile = z.infer<typeof StaffProfile>;

/** Somebody customers can book, with hours and skills. */
export const StaffMember = z
  .object({
    id: z.uuid(),
    version: Version,
    memberId: z.uuid().nullable().meta({ description: 'The member she is, if she has a login.' }),
    photoUrl: z.string().nullable(),
    profile: z.object({
      name: z.string(),
      title: z.string().nullable(),
      colour: z.string().nullable(),
      activeFrom: LocalDate.nullable(),
      activeUntil: LocalDate.nullable(),
    }),
    weekly: z.array(WeeklyStretch),
    exceptions: z.array(ExceptionDay).meta({ description: 'From today on.' }),
    offers: z.array(StaffOffer),
  })
  .meta({ id: 'StaffMember' });
export type StaffMember = z.infer<typeof StaffMember>;

export const TeamAnswer = z.object({
  today: LocalDate,
  staff: z.array(StaffMember),
});
export type TeamAnswer = z.infer<typeof TeamAnswer>;

export const NewStaff = StaffProfile.safeExtend({
  allServices: z.boolean().default(false).meta({ description: 'She does whatever is sold.' }),
}).meta({ id: 'NewStaff' });
export type NewStaff = z.infer<typeof NewStaff>;

/** What is named is replaced as a whole; dates of other hours from today on. */
export const StaffChange = z
  .object({
    version: Version,
    profile: StaffProfile.optional(),
    weekly: WeeklyPlan.optional(),
    exceptions: Exceptions.optional(),
    offers: z
      .array(StaffOffer)
      .max(500)
      .refine((list) => new Set(list.map((one) => one.serviceId)).size === list.length, 'Expected each service once')
      .optional(),
    confirm: Confirm,
  })
  .meta({ id: 'StaffChange' });
export type StaffChange = z.infer<typeof StaffChange>;

export const StaffParams = z.object({ salonId: Id, staffId: Id });

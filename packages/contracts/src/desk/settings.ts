import { z } from 'zod';
import { Id, LocalDate, line, text } from '../wire.ts';
import { Confirm, SomeDays, Version } from './set-up.ts';
import { ColourInput } from './team.ts';

/** Plain text, or an https link. */
const LegalInput = text(50_000).nullable();

const Details = z.object({
  name: line(100),
  phone: line(40).nullable(),
  email: z.email().max(254).nullable().meta({ description: 'Where notices to the salon go.' }),
  street: line(120).nullable(),
  postalCode: line(20).nullable(),
  city: line(80).nullable(),
});
const Looks = z.object({
  description: text(2000).nullable(),
  colour: ColourInput.nullable(),
  locale: z.enum(['de', 'en']),
  addressForm: z.enum(['sie', 'du']),
  bookButton: line(40).nullable(),
  pricesIncludeVat: z.boolean(),
});
const Legal = z.object({ imprint: LegalInput, privacy: LegalInput, terms: LegalInput });

/** Grids that meet midnight again. */
const STEPS = [5, 10, 15, 20, 30, 40, 45, 60, 90, 120, 180, 240];
const Policy = z.object({
  leadMinutes: z.int().min(0).max(43_200),
  horizonDays: z.int().min(0).max(730),
  stepMinutes: z.int().refine((step) => STEPS.includes(step), 'Expected a step that meets midnight again'),
  cancellationMinutes: z.int().min(0).max(129_600),
  maxOpenBookings: z.int().min(1).max(100).nullable(),
  maxWaitMinutes: z.int().min(0).max(240),
  reminderMinutes: z.int().min(1).max(43_200).nullable(),
  needsApproval: z.boolean(),
});
const Pause = z.object({
  paused: z.boolean(),
  message: text(500).nullable().meta({ description: 'What visitors read meanwhile.' }),
});
const Statistics = z.object({
  visitors: z
    .boolean()
    .meta({ description: 'Whether visitors are asked for consent to be measured, where the product is.' }),
});
export type SalonPolicy = z.infer<typeof Policy>;

/** What a salon says of itself and its rules; a change replaces the parts it names as a whole. */
const parts = { details: Details, looks: Looks, legal: Legal, policy: Policy, pause: Pause, statistics: Statistics };

const SomeClosure = {
  ...SomeDays,
  name: line(100),
};
const isSpan = (one: { startMinute: number | null; endMinute: number | null }) =>
  one.startMinute === null || one.endMinute === null
    ? one.startMinute === one.endMinute
    : one.startMinute < one.endMinute;
const ordered = (one: { firstDate: string; lastDate: string }) => one.firstDate <= one.lastDate;
const Closing = z
  .object(SomeClosure)
  .refine(ordered, { path: ['lastDate'], error: 'Expected an end after the start' })
  .refine(isSpan, { path: ['endMinute'], error: 'Expected an end after the start' });

export const DeskClosure = z
  .object({
    id: z.uuid(),
    version: Version,
    name: z.string(),
    ...SomeDays,
  })
  .meta({ id: 'DeskClosure' });
export type DeskClosure = z.infer<typeof DeskClosure>;
export const NewClosure = Closing.safeExtend({ confirm: Confirm }).meta({ id: 'NewClosure' });
export type NewClosure = z.infer<typeof NewClosure>;
export const ClosureChange = Closing.safeExtend({ version: Version, confirm: Confirm }).meta({ id: 'ClosureChange' });
export type ClosureChange = z.infer<typeof ClosureChange>;

export const SettingsAnswer = z
  .object({
    version: Version,
    slug: z.string(),
    timezone: z.string(),
    currency: z.string(),
    logoUrl: z.string().nullable(),
    today: LocalDate,
    details: z.object({ ...Details.shape, email: z.string().nullable(), name: z.string() }),
    looks: z.object({ ...Looks.shape, locale: z.string() }),
    legal: z.object({ imprint: z.string().nullable(), privacy: z.string().nullable(), terms: z.string().nullable() }),
    policy: z.object({ ...Policy.shape, stepMinutes: z.int() }),
    pause: z.object({ paused: z.boolean(), message: z.string().nullable() }),
    statistics: Statistics,
    closures: z.array(DeskClosure).meta({ description: 'Those that are not over.' }),
  })
  .meta({ id: 'SettingsAnswer' });
export type SettingsAnswer = z.infer<typeof SettingsAnswer>;

export const SettingsChange = z
  .object({
    version: Version,
    details: parts.details.optional(),
    looks: parts.looks.optional(),
    legal: parts.legal.optional(),
    policy: parts.policy.optional(),
    pause: parts.pause.optional(),
    statistics: parts.statistics.optional(),
  })
  .meta({ id: 'SettingsChange' });
export type SettingsChange = z.infer<typeof SettingsChange>;

export const ClosureParams = z.object({ salonId: Id, closureId: Id });

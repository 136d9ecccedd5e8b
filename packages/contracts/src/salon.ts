import { z } from 'zod';
import { Cents, LocalDate } from './wire.ts';

export const PhaseKind = z.enum(['work', 'processing', 'finish']);

const Phases = z.array(z.object({ kind: PhaseKind, minutes: z.int() }));

export const CatalogueService = z
  .object({
    id: z.uuid(),
    name: z.string(),
    description: z.string().nullable(),
    categoryId: z.uuid(),
    durationMinutes: z.int(),
    priceCents: Cents,
    priceFrom: z.boolean(),
    currency: z.string(),
    phases: Phases,
    duringProcessing: z
      .boolean()
      .meta({ description: 'It may be done while the colour of an earlier service of the visit develops.' }),
    staffIds: z.array(z.uuid()),
    variants: z
      .array(z.object({ staffId: z.uuid(), durationMinutes: z.int(), priceCents: Cents, phases: Phases }))
      .meta({ description: 'Staff members who take other times or another price for it than the service says.' }),
  })
  .meta({ id: 'CatalogueService' });

/** `#rrggbb` in lower case. */
const Colour = z.string().regex(/^#[0-9a-f]{6}$/);
/** Address of a picture: https, or a path beside the page. */
const PictureUrl = z.string().meta({ examples: ['/demo/logo.svg'] });

/** What page and mails show of a salon: its name, its looks, where it is and how it speaks. */
export const SalonCard = z.object({
  slug: z.string(),
  name: z.string(),
  timezone: z.string(),
  locale: z.string(),
  addressForm: z.enum(['sie', 'du']),
  phone: z.string().nullable(),
  address: z.object({
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    city: z.string().nullable(),
  }),
  colour: Colour.nullable(),
  logoUrl: PictureUrl.nullable(),
});

const LegalText = z.string().nullable().meta({ description: 'Plain text, or an https link.' });

export const PublicPolicy = z
  .object({
    leadMinutes: z.int(),
    horizonDays: z.int(),
    stepMinutes: z.int(),
    cancellationMinutes: z.int(),
    maxWaitMinutes: z.int(),
    needsApproval: z.boolean(),
    paused: z.boolean(),
    pausedMessage: z.string().nullable(),
  })
  .meta({ id: 'PublicPolicy' });

/** `HH:MM`, to `24:00`. */
const Hours = z.object({ opens: z.string(), closes: z.string() });

export const SalonAnswer = z
  .object({
    salon: z.object({
      id: z.uuid(),
      ...SalonCard.shape,
      currency: z.string(),
      description: z.string().nullable(),
      legal: z.object({ imprint: LegalText, privacy: LegalText, terms: LegalText }),
      pricesIncludeVat: z.boolean(),
      bookButton: z
        .string()
        .nullable()
        .meta({ description: 'Words of the button that books, if the salon has its own.' }),
      measuring: z.object({ projectKey: z.string() }).nullable().meta({
        description: 'For which PostHog project visitors may be measured who consent; null: nobody is asked.',
      }),
    }),
    policy: PublicPolicy,
    openings: z
      .array(z.object({ weekday: z.int().min(1).max(7), ...Hours.shape }))
      .meta({ description: 'Weekly hours in which somebody works, wall clock; weekday 1 is Monday.' }),
    today: z
      .object({ date: LocalDate, hours: z.array(Hours) })
      .meta({ description: 'When somebody works on the date it was asked, exceptions and closures counted.' }),
    categories: z.array(z.object({ id: z.uuid(), name: z.string() })),
    services: z.array(CatalogueService),
    staff: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        title: z.string().nullable(),
        photoUrl: PictureUrl.nullable(),
      }),
    ),
  })
  .meta({ id: 'SalonAnswer' });
export type SalonAnswer = z.infer<typeof SalonAnswer>;

export const SalonParams = z.object({ slug: z.string() });

import type { NewService } from '@salon/contracts/desk/catalogue';
import type { ServiceOffer } from '@salon/contracts/desk/team';
import { z } from 'zod/mini';

/** What the choice of a station says when there is none. */
export const NO_STATION = '-';

type Phase = NewService['phases'][number];

/** A service as it stands in its form. */
export type ServiceValues = Omit<NewService, 'description' | 'stationKind' | 'priceCents' | 'bufferMinutes'> & {
  description: string;
  stationKind: string;
  priceCents: number | null;
  bufferMinutes: number | null;
};

export function valuesOf(service: NewService): ServiceValues {
  const { categoryId, name, phases, priceCents, priceFrom, bufferMinutes, duringProcessing, online } = service;
  return {
    categoryId,
    name,
    description: service.description ?? '',
    phases: phases.map(({ kind, minutes }) => ({ kind, minutes })),
    bufferMinutes,
    stationKind: service.stationKind ?? NO_STATION,
    duringProcessing,
    priceCents,
    priceFrom,
    online,
    staff: service.staff.map((offer) => ({ ...offer, phaseMinutes: ownOf(phases, offer) })),
  };
}

/** What is sent: nobody's own minutes for phases that are gone, or that nobody works in. */
export function wishOf(values: ServiceValues): NewService {
  return {
    ...values,
    name: values.name.trim(),
    description: values.description.trim() || null,
    stationKind: values.stationKind === NO_STATION ? null : values.stationKind,
    priceCents: values.priceCents ?? 0,
    bufferMinutes: values.bufferMinutes ?? 0,
    staff: values.staff.map((offer) => ({ ...offer, phaseMinutes: ownOf(values.phases, offer) })),
  };
}

function ownOf(phases: readonly Phase[], { phaseMinutes }: ServiceOffer): (number | null)[] {
  return phases.map(({ kind }, at) => (kind === 'processing' ? null : (phaseMinutes[at] ?? null)));
}

type Words = { needed: string; tooLong: string };

/** What a service must have; the rest its fields see to. */
export function schemaOf({ needed, tooLong }: Words, { needsWork }: { needsWork: string }) {
  const phase = z.object({
    kind: z.enum(['work', 'processing', 'finish']),
    minutes: z.int().check(z.minimum(1, needed)),
  });
  const own = z.object({
    staffId: z.string(),
    priceCents: z.nullable(z.int()),
    phaseMinutes: z.array(z.nullable(z.int())),
  });
  return z.object({
    categoryId: z.string().check(z.minLength(1, needed)),
    name: z.string().check(z.trim(), z.regex(/[\p{L}\p{N}]/u, needed), z.maxLength(120, tooLong)),
    description: z.string().check(z.maxLength(1000, tooLong)),
    phases: z
      .array(phase)
      .check(z.refine((list) => list.some(({ kind }) => kind !== 'processing'), { error: needsWork })),
    bufferMinutes: z.nullable(z.int()),
    stationKind: z.string(),
    duringProcessing: z.boolean(),
    priceCents: z.nullable(z.int()).check(z.refine((cents) => cents !== null, { error: needed })),
    priceFrom: z.boolean(),
    online: z.boolean(),
    staff: z.array(own),
  });
}

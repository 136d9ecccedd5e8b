import { z } from 'zod';
import { PhaseKind } from '../salon.ts';
import { Cents, CentsInput, Id, Instant, line, text } from '../wire.ts';
import { Confirm, Version } from './set-up.ts';
import { ServiceOffer } from './team.ts';

const Phase = z.object({ kind: PhaseKind, minutes: z.int().min(1).max(720) });

/** A service as it is edited: what it is, how it runs, and who does it. */
const ServiceFields = {
  categoryId: Id,
  name: line(120),
  description: text(1000).nullable(),
  phases: z
    .array(Phase)
    .min(1)
    .max(12)
    .refine((list) => list.some((phase) => phase.kind !== 'processing'), 'Expected some work')
    .refine((list) => list.reduce((sum, phase) => sum + phase.minutes, 0) <= 1440, 'Expected a day at most'),
  bufferMinutes: z.int().min(0).max(480),
  stationKind: line(40).nullable().meta({ description: 'Kind of chair or room it takes.' }),
  duringProcessing: z.boolean(),
  priceCents: CentsInput,
  priceFrom: z.boolean().meta({ description: 'The price is a lowest price.' }),
  online: z.boolean().meta({ description: 'Customers may book it themselves.' }),
  staff: z
    .array(ServiceOffer)
    .max(200)
    .refine((list) => new Set(list.map((one) => one.staffId)).size === list.length, 'Expected each person once'),
};
export const NewService = z.object(ServiceFields).meta({ id: 'NewService' });
export type NewService = z.infer<typeof NewService>;
export const ServiceChange = z
  .object({ version: Version, ...ServiceFields, confirm: Confirm })
  .meta({ id: 'ServiceChange' });
export type ServiceChange = z.infer<typeof ServiceChange>;

export const DeskService = z
  .object({
    id: z.uuid(),
    version: Version,
    categoryId: z.uuid(),
    name: z.string(),
    description: z.string().nullable(),
    phases: z.array(Phase),
    bufferMinutes: z.int(),
    stationKind: z.string().nullable(),
    duringProcessing: z.boolean(),
    priceCents: Cents,
    priceFrom: z.boolean(),
    online: z.boolean(),
    archivedAt: Instant.nullable(),
    staff: z.array(ServiceOffer),
  })
  .meta({ id: 'DeskService' });
export type DeskService = z.infer<typeof DeskService>;

const StationFields = { kind: line(40), name: line(60), active: z.boolean() };
export const DeskStation = z
  .object({ id: z.uuid(), version: Version, kind: z.string(), name: z.string(), active: z.boolean() })
  .meta({ id: 'DeskStation' });
export type DeskStation = z.infer<typeof DeskStation>;
export const NewStation = z.object(StationFields);
export type NewStation = z.infer<typeof NewStation>;
export const StationChange = z.object({ version: Version, ...StationFields, confirm: Confirm });
export type StationChange = z.infer<typeof StationChange>;

export const DeskCategory = z.object({ id: z.uuid(), name: z.string() }).meta({ id: 'DeskCategory' });
export type DeskCategory = z.infer<typeof DeskCategory>;
export const CategoryName = z.object({ name: line(80) });

/** All a salon sells, in its order, archived services too, and the chairs and rooms it is done in. */
export const CatalogueAnswer = z
  .object({
    currency: z.string(),
    categories: z.array(DeskCategory),
    services: z.array(DeskService),
    stations: z.array(DeskStation),
    staff: z.array(z.object({ id: z.uuid(), name: z.string() })),
  })
  .meta({ id: 'CatalogueAnswer' });
export type CatalogueAnswer = z.infer<typeof CatalogueAnswer>;

/** Every category in its new place, and in it every service that is not archived; a service may change its category. */
export const CatalogueOrder = z.object({
  categories: z.array(z.object({ id: Id, serviceIds: z.array(Id).max(500) })).max(100),
});
export type CatalogueOrder = z.infer<typeof CatalogueOrder>;

export const ArchiveRequest = z.object({ version: Version, confirm: Confirm });
export const ServiceParams = z.object({ salonId: Id, serviceId: Id });
export const CategoryParams = z.object({ salonId: Id, categoryId: Id });
export const StationParams = z.object({ salonId: Id, stationId: Id });

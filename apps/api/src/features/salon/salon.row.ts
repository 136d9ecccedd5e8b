import type { Prisma } from '@salon/db/prisma';
import type {
  Closure,
  Offer,
  OpeningException,
  SalonConfig,
  Service,
  Staff,
  WallRange,
} from '@salon/domain/salon/salon-config';
import { scopeOfPublicSalon } from '../../scope/salon-scope.ts';
import type { Salon, SalonProfile } from './salon.ts';

/** What is read of a salon, in the orders the rules rely on. */
export const withCatalogue = {
  categories: { orderBy: { position: 'asc' }, include: { services: includedServices() } },
  stations: { orderBy: { position: 'asc' } },
  closures: { orderBy: { firstDate: 'asc' } },
  staff: {
    orderBy: { position: 'asc' },
    include: {
      offers: { include: { phases: true } },
      weekly: { orderBy: [{ weekday: 'asc' }, { startMinute: 'asc' }] },
      exceptions: { orderBy: [{ date: 'asc' }, { startMinute: 'asc' }] },
    },
  },
} as const satisfies Prisma.SalonInclude;

function includedServices() {
  return {
    where: { archivedAt: null },
    orderBy: { position: 'asc' },
    include: { phases: { orderBy: { position: 'asc' } } },
  } as const;
}

export type SalonRow = Prisma.SalonGetPayload<{ include: typeof withCatalogue }>;
type ServiceRow = SalonRow['categories'][number]['services'][number];
type StaffRow = SalonRow['staff'][number];

/** The salon as the rest of the API knows it. */
export function salonFromRow(row: SalonRow): Salon {
  const services = row.categories.flatMap((category) => category.services);
  return {
    scope: scopeOfPublicSalon(row),
    config: configOf(row, services),
    profile: profileOf(row),
    categories: row.categories.map(({ id, name }) => ({ id, name })),
    services: new Map(
      services.map(({ id, name, description, categoryId, priceFrom }) => [
        id,
        { name, description, categoryId, priceFrom },
      ]),
    ),
    staff: new Map(row.staff.map(({ id, name, title, photoUrl, colour }) => [id, { name, title, photoUrl, colour }])),
    stations: new Map(row.stations.map(({ id, name, kind }) => [id, { name, kind }])),
    closures: row.closures.map((closure) => ({ ...closureOf(closure), name: closure.name })),
  };
}

function profileOf(row: SalonRow): SalonProfile {
  const { imprint, privacy, terms } = row;
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    locale: row.locale,
    addressForm: row.addressForm === 'du' ? 'du' : 'sie',
    phone: row.phone,
    email: row.email,
    street: row.street,
    postalCode: row.postalCode,
    city: row.city,
    pausedMessage: row.pausedMessage,
    description: row.description,
    colour: row.colour,
    logoUrl: row.logoUrl,
    legal: { imprint, privacy, terms },
    pricesIncludeVat: row.pricesIncludeVat,
    bookButton: row.bookButton,
    visitorStatistics: row.visitorStatistics,
  };
}

function configOf(row: SalonRow, services: readonly ServiceRow[]): SalonConfig {
  const phasesOf = new Map(services.map((service) => [service.id, service.phases]));
  return {
    salonId: row.id,
    version: row.configVersion,
    timeZone: row.timeZone,
    currency: row.currency,
    policy: {
      leadMinutes: row.leadMinutes,
      horizonDays: row.horizonDays,
      stepMinutes: row.stepMinutes,
      cancellationMinutes: row.cancellationMinutes,
      maxOpenBookings: row.maxOpenBookings,
      maxWaitMinutes: row.maxWaitMinutes,
      needsApproval: row.needsApproval,
      paused: row.bookingPaused,
    },
    services: services.map(
      (service): Service => ({
        id: service.id,
        name: service.name,
        phases: service.phases.map(({ kind, minutes }) => ({ kind, minutes })),
        bufferMinutes: service.bufferMinutes,
        priceCents: service.priceCents,
        stationKind: service.stationKind,
        duringProcessing: service.duringProcessing,
        bookable: service.online && service.phases.length > 0,
      }),
    ),
    staff: row.staff.map((staff) => staffOf(staff, phasesOf)),
    stations: row.stations.filter(({ active }) => active).map(({ id, kind }) => ({ id, kind })),
    closures: row.closures.map(closureOf),
  };
}

function closureOf(row: SalonRow['closures'][number]): Closure {
  return { firstDate: dateOf(row.firstDate), lastDate: dateOf(row.lastDate), range: rangeOf(row) };
}

function staffOf(row: StaffRow, phasesOf: ReadonlyMap<string, ServiceRow['phases']>): Staff {
  return {
    id: row.id,
    activeFrom: row.activeFrom && dateOf(row.activeFrom),
    activeUntil: row.activeUntil && dateOf(row.activeUntil),
    weekly: row.weekly.map(({ weekday, startMinute, endMinute, validFrom, validUntil }) => ({
      weekday,
      startMinute,
      endMinute,
      validFrom: validFrom && dateOf(validFrom),
      validUntil: validUntil && dateOf(validUntil),
    })),
    exceptions: exceptionsOf(row.exceptions),
    offers: row.offers.flatMap((offer): Offer[] => {
      const phases = phasesOf.get(offer.serviceId);
      if (phases === undefined) return [];
      const own = new Map(offer.phases.map(({ position, minutes }) => [position, minutes]));
      const phaseMinutes = phases.map(({ position }) => own.get(position) ?? null);
      return [{ serviceId: offer.serviceId, priceCents: offer.priceCents, phaseMinutes }];
    }),
  };
}

function exceptionsOf(rows: StaffRow['exceptions']): OpeningException[] {
  const byDate = new Map<string, WallRange[]>();
  for (const row of rows) {
    const date = dateOf(row.date);
    const range = rangeOf(row);
    byDate.set(date, [...(byDate.get(date) ?? []), ...(range === null ? [] : [range])]);
  }
  return [...byDate].map(([date, ranges]) => ({ date, ranges }));
}

/** Prisma hands dates out as midnight UTC. */
const dateOf = (value: Date) => value.toISOString().slice(0, 10);

const rangeOf = (row: { startMinute: number | null; endMinute: number | null }): WallRange | null =>
  row.startMinute === null || row.endMinute === null
    ? null
    : { startMinute: row.startMinute, endMinute: row.endMinute };

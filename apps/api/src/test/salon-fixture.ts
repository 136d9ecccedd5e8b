import type { PrismaClient } from '@salon/db/prisma';
import { v7 } from 'uuid';

type PhaseSpec = readonly ['work' | 'processing' | 'finish', number];
type ServiceSpec = {
  readonly phases: readonly PhaseSpec[];
  readonly priceCents?: number;
  readonly buffer?: number;
  readonly station?: string;
  /** False: done on the hair itself, so not while colour develops there. */
  readonly duringProcessing?: boolean;
  /** Who does it; absent: everybody. */
  readonly by?: readonly string[];
};
export type SalonSpec = {
  readonly slug?: string;
  readonly staff: readonly string[];
  readonly chairs?: number;
  readonly services: Readonly<Record<string, ServiceSpec>>;
  /** Wall-clock minutes of every day of the week. */
  readonly open?: readonly [number, number];
  readonly policy?: Partial<Record<'leadMinutes' | 'horizonDays' | 'cancellationMinutes', number>> & {
    readonly maxOpenBookings?: number | null;
  };
};

export type FixtureSalon = {
  readonly id: string;
  readonly slug: string;
  readonly staff: Readonly<Record<string, string>>;
  readonly services: Readonly<Record<string, string>>;
  readonly chairs: readonly string[];
};

/** Colour is put on in half an hour, develops for as long, and is washed out in a quarter. */
export const COLOURING = [
  ['work', 30],
  ['processing', 30],
  ['finish', 15],
] as const satisfies readonly PhaseSpec[];

/** Writes a salon in Hamburg that is open from nine to five every day, and names the ids it got. */
export async function createSalon(prisma: PrismaClient, spec: SalonSpec): Promise<FixtureSalon> {
  const id = v7();
  const categoryId = v7();
  const idsOf = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, v7()]));
  const staff = idsOf(spec.staff);
  const services = idsOf(Object.keys(spec.services));
  const chairs = Array.from({ length: spec.chairs ?? 0 }, () => v7());
  const slug = spec.slug ?? `salon-${id.slice(-12)}`;
  const [startMinute, endMinute] = spec.open ?? [9 * 60, 17 * 60];
  const known = (table: Record<string, string>, name: string) => {
    const found = table[name];
    if (found === undefined) throw new Error(`the fixture has no ${name}`);
    return found;
  };

  await prisma.salon.create({
    data: {
      id,
      slug,
      name: 'Salon Elbe',
      timeZone: 'Europe/Berlin',
      phone: '+49 40 5550100',
      street: 'Große Elbstraße 1',
      postalCode: '22767',
      city: 'Hamburg',
      leadMinutes: 0,
      ...spec.policy,
    },
  });
  await prisma.serviceCategory.create({ data: { salonId: id, id: categoryId, name: 'Haare', position: 0 } });
  await prisma.station.createMany({
    data: chairs.map((chair, position) => ({
      salonId: id,
      id: chair,
      kind: 'chair',
      name: `Stuhl ${position + 1}`,
      position,
    })),
  });
  await prisma.staff.createMany({
    data: spec.staff.map((name, position) => ({ salonId: id, id: known(staff, name), name, position })),
  });
  await prisma.weeklyOpening.createMany({
    data: spec.staff.flatMap((name) =>
      [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
        salonId: id,
        id: v7(),
        staffId: known(staff, name),
        weekday,
        startMinute,
        endMinute,
      })),
    ),
  });
  for (const [position, [name, service]] of Object.entries(spec.services).entries()) {
    const serviceId = known(services, name);
    await prisma.service.create({
      data: {
        salonId: id,
        id: serviceId,
        categoryId,
        name,
        priceCents: service.priceCents ?? 3500,
        bufferMinutes: service.buffer ?? 0,
        stationKind: service.station ?? null,
        duringProcessing: service.duringProcessing ?? true,
        position,
        phases: { create: service.phases.map(([kind, minutes], at) => ({ position: at, kind, minutes })) },
      },
    });
    await prisma.staffService.createMany({
      data: (service.by ?? spec.staff).map((by) => ({ salonId: id, staffId: known(staff, by), serviceId })),
    });
  }
  return { id, slug, staff, services, chairs };
}

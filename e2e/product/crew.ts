import { v7 } from 'uuid';
import type { loadSalon } from '../../prisma/seed/load/load-salon.ts';

type Plan = ReturnType<typeof loadSalon>;

/** Who works at a salon, by first name, and the services each of them does. */
export type Crew = Readonly<Record<string, readonly string[]>>;

const DRYING = { name: 'Föhnen', priceCents: 2_500, minutes: 30 };

/**
 * A salon with people of its own. "Föhnen" (30 minutes, 25 €) is sold beside the rest, and nothing is cut or dried while
 * colour is in the hair.
 */
export function withCrew(plan: Plan, crew: Crew) {
  const names = Object.keys(crew);
  const drying = { id: v7(), salonId: plan.salon.id, categoryId: plan.category.id, position: plan.services.length };
  const services = [...plan.services, { ...drying, name: DRYING.name, priceCents: DRYING.priceCents }];
  const staff = plan.staff.slice(0, names.length).map((one, index) => ({ ...one, name: names[index] ?? one.name }));
  const ids = new Set(staff.map(({ id }) => id));
  return {
    ...plan,
    services: services.map((service) => ({ ...service, duringProcessing: false })),
    phases: [
      ...plan.phases,
      ...[
        { salonId: plan.salon.id, serviceId: drying.id, position: 0, kind: 'work', minutes: DRYING.minutes } as const,
      ],
    ],
    staff,
    offers: staff.flatMap(({ id: staffId, name }) =>
      services
        .filter((service) => crew[name]?.includes(service.name))
        .map(({ id: serviceId }) => ({ salonId: plan.salon.id, staffId, serviceId })),
    ),
    weekly: plan.weekly.filter(({ staffId }) => ids.has(staffId)),
  };
}

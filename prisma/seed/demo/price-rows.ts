import { listPrice } from './asked-price.ts';
import type { RowIds } from './row-ids.ts';
import { PRICE_LIST } from './service-list.ts';

/** The price list as rows. */
export function priceRows({ salonId, of }: RowIds) {
  const listings = PRICE_LIST.flatMap(({ name: category, services }) =>
    services.map((service) => ({ category, service })),
  );
  return {
    categories: PRICE_LIST.map(({ name }, position) => ({ salonId, id: of('category', name), name, position })),
    services: listings.map(({ category, service }, position) => {
      const { priceCents, differs } = listPrice(service.name);
      return {
        salonId,
        id: of('service', service.name),
        categoryId: of('category', category),
        name: service.name,
        description: service.description,
        priceCents,
        priceFrom: differs || (service.from ?? false),
        bufferMinutes: service.bufferMinutes ?? 0,
        stationKind: service.noChair ? null : 'chair',
        duringProcessing: service.duringProcessing ?? false,
        position,
      };
    }),
    phases: listings.flatMap(({ service }) =>
      service.phases.map((phase, position) => ({
        salonId,
        serviceId: of('service', service.name),
        position,
        ...phase,
      })),
    ),
  };
}

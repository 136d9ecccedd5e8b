import type { SalonAnswer } from '@salon/contracts/salon';
import type { Phase, Service, Staff } from '@salon/domain/salon/salon-config';
import { phasesBy } from '@salon/domain/visit/variant';
import type { Salon } from './salon.ts';

/** A service as the catalogue shows it, with those of `staff` who do it. */
export function serviceAnswer(
  { config, services }: Salon,
  service: Service,
  staff: readonly Staff[],
): SalonAnswer['services'][number] {
  const listing = services.get(service.id);
  const variants = staff.flatMap((one) => variantOf(service, one));
  return {
    id: service.id,
    name: service.name,
    description: listing?.description ?? null,
    categoryId: listing?.categoryId ?? '',
    durationMinutes: minutesOf(service.phases),
    priceCents: service.priceCents,
    priceFrom: listing?.priceFrom ?? false,
    currency: config.currency,
    phases: service.phases.map(({ kind, minutes }) => ({ kind, minutes })),
    duringProcessing: service.duringProcessing,
    staffIds: variants.map(({ staffId }) => staffId),
    variants: variants.filter((variant) => differs(service, variant)),
  };
}

function variantOf(service: Service, { id: staffId, offers }: Staff) {
  const offer = offers.find((one) => one.serviceId === service.id);
  if (offer === undefined) return [];
  const phases = phasesBy(service, offer);
  return [{ staffId, durationMinutes: minutesOf(phases), priceCents: offer.priceCents ?? service.priceCents, phases }];
}

/** Whether somebody takes other times for a service, or another price, than the catalogue says. */
function differs(service: Service, { priceCents, phases }: { priceCents: number; phases: readonly Phase[] }): boolean {
  return priceCents !== service.priceCents || phases.some(({ minutes }, at) => minutes !== service.phases[at]?.minutes);
}

const minutesOf = (phases: readonly Phase[]) => phases.reduce((sum, phase) => sum + phase.minutes, 0);

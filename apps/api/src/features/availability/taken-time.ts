import type { SalonConfig } from '@salon/domain/salon/salon-config';
import { DAY } from '@salon/domain/time/interval';
import type { TakenTime, VisitRequest } from '@salon/domain/visit/arrangement';
import type { SalonService } from '../salon/salon.service.ts';
import type { Salon } from '../salon/salon.ts';
import type { ClaimRepo } from './claim.repo.ts';

/** Whose time decides about a request: everybody who does one of its services, and the stations they need. */
export function claimantsOf(config: SalonConfig, request: VisitRequest): string[] {
  const wanted = new Set(request.items.map((item) => item.serviceId));
  const staff = config.staff.filter(({ id, offers }) =>
    request.items.some(
      (item) => (item.staffId ?? id) === id && offers.some((offer) => offer.serviceId === item.serviceId),
    ),
  );
  const kinds = new Set(
    config.services.filter((service) => wanted.has(service.id)).map((service) => service.stationKind),
  );
  const stations = config.stations.filter((station) => kinds.has(station.kind));
  return [...staff, ...stations].map((claimant) => claimant.id);
}

/**
 * The time a request for some local dates may depend on: a day wider at its begin and two at its end than the dates,
 * whatever the zone and however late a visit runs.
 */
export function windowAround({ from, days }: { from: string; days: number }): { from: number; to: number } {
  const begin = Date.parse(from) - DAY;
  return { from: begin, to: begin + (days + 3) * DAY };
}

/**
 * Reads the taken time a request depends on over some days, together with the salon as of that
 * read: a configuration found newer is loaded, and what it adds read as well. `except` names a
 * visit whose own time counts as free.
 */
export async function takenFor(
  deps: { salons: SalonService; claims: ClaimRepo },
  known: Salon,
  request: VisitRequest,
  { except, ...range }: { from: string; days: number; except?: string | undefined },
): Promise<{ salon: Salon; taken: TakenTime[] }> {
  const window = { ...windowAround(range), except };
  let salon = known;
  for (;;) {
    const { version, taken } = await deps.claims.taken(salon.scope, claimantsOf(salon.config, request), window);
    if (version <= salon.config.version) return { salon, taken };
    salon = await deps.salons.atLeast(salon.profile.id, version);
  }
}

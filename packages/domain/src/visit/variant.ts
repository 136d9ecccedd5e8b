import type { Offer, Phase, SalonConfig, Service, Staff } from '../salon/salon-config.ts';
import { type Interval, MINUTE, merge } from '../time/interval.ts';
import type { VisitRequest } from './arrangement.ts';

/** How one staff member does one service; times are milliseconds after the item's start. */
export type Variant = {
  readonly service: Service;
  readonly staffId: string;
  /** Place in the salon's order of staff. */
  readonly staffOrder: number;
  readonly priceCents: number;
  /** To the end of the last phase. */
  readonly length: number;
  readonly buffer: number;
  /** When she is busy, without the buffer. */
  readonly busy: readonly Interval[];
  /** When the customer waits for the colour and something else can be done. */
  readonly processing: readonly Interval[];
};

/** Per item of the request, everybody who can be asked for it, in the salon's order; an empty list: nobody can. */
export function variantsOf(config: SalonConfig, request: VisitRequest): Variant[][] {
  return request.items.map(({ serviceId, staffId }) => {
    const service = config.services.find((one) => one.id === serviceId);
    if (service === undefined || !service.bookable || !hasStation(config, service)) return [];
    return config.staff.flatMap((staff, staffOrder) => {
      const wanted = staffId === undefined || staffId === staff.id;
      return wanted ? variantOf(service, staff, staffOrder) : [];
    });
  });
}

function hasStation(config: SalonConfig, service: Service): boolean {
  return service.stationKind === null || config.stations.some((station) => station.kind === service.stationKind);
}

/** The phases of a service in the minutes of somebody who offers it. How long a colour develops does not depend on who mixed it. */
export function phasesBy({ phases }: Service, { phaseMinutes }: Offer): Phase[] {
  return phases.map(({ kind, minutes }, index) => ({
    kind,
    minutes: kind === 'processing' ? minutes : (phaseMinutes[index] ?? minutes),
  }));
}

function variantOf(service: Service, staff: Staff, staffOrder: number): Variant | [] {
  const offer = staff.offers.find((one) => one.serviceId === service.id);
  if (offer === undefined) return [];
  const busy: Interval[] = [];
  const processing: Interval[] = [];
  let start = 0;
  for (const { kind, minutes } of phasesBy(service, offer)) {
    const end = start + minutes * MINUTE;
    (kind === 'processing' ? processing : busy).push({ start, end });
    start = end;
  }
  // Without any work there is nothing that keeps it inside her hours.
  if (busy.every((one) => one.start === one.end)) return [];
  return {
    service,
    staffId: staff.id,
    staffOrder,
    priceCents: offer.priceCents ?? service.priceCents,
    length: start,
    buffer: service.bufferMinutes * MINUTE,
    busy: merge(busy),
    processing,
  };
}

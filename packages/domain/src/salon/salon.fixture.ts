import type { Offer, Policy, SalonConfig, Service, Staff, WallRange, WeeklyOpening } from './salon-config.ts';

/** A small salon for tests: Berlin, open to all days ahead, quarter-hour grid; say only what the story is about. */
export function aSalon(parts: Partial<Omit<SalonConfig, 'policy'>> & { policy?: Partial<Policy> }): SalonConfig {
  return {
    salonId: 'salon',
    version: 1,
    timeZone: 'Europe/Berlin',
    currency: 'EUR',
    services: [],
    staff: [],
    stations: [],
    closures: [],
    ...parts,
    policy: {
      leadMinutes: 0,
      horizonDays: 60,
      stepMinutes: 15,
      cancellationMinutes: 1440,
      maxOpenBookings: null,
      maxWaitMinutes: 0,
      needsApproval: false,
      paused: false,
      ...parts.policy,
    },
  };
}

/** A service of 30 minutes' work for 30 euros, unless said otherwise. */
export function aService(id: string, parts: Partial<Service> = {}): Service {
  return {
    id,
    name: id,
    phases: [{ kind: 'work', minutes: 30 }],
    bufferMinutes: 0,
    priceCents: 3_000,
    stationKind: null,
    duringProcessing: true,
    bookable: true,
    ...parts,
  };
}

/** Somebody who does `offers` and works every day from 9 to 12, unless said otherwise. */
export function aStaff(id: string, offers: readonly (string | Offer)[], parts: Partial<Staff> = {}): Staff {
  return {
    id,
    activeFrom: null,
    activeUntil: null,
    weekly: everyDay('09:00-12:00'),
    exceptions: [],
    offers: offers.map((offer) => (typeof offer === 'string' ? anOffer(offer) : offer)),
    ...parts,
  };
}

export function anOffer(serviceId: string, parts: Partial<Offer> = {}): Offer {
  return { serviceId, priceCents: null, phaseMinutes: [], ...parts };
}

export function everyDay(...ranges: readonly string[]): WeeklyOpening[] {
  return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => on(weekday, ...ranges));
}

export function on(weekday: number, ...ranges: readonly string[]): WeeklyOpening[] {
  return ranges.map((range) => ({ weekday, ...wallRange(range), validFrom: null, validUntil: null }));
}

/** `09:00-12:30` as minutes of the day. */
export function wallRange(text: string): WallRange {
  const [startMinute = 0, endMinute = 0] = text.split('-').map((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return { startMinute, endMinute };
}

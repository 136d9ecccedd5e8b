import type { SalonConfig, Staff } from '@salon/domain/salon/salon-config';
import { DAY, MINUTE } from '@salon/domain/time/interval';
import { addDays, resolveStart } from '@salon/domain/time/wall-clock';
import type { TakenTime } from '@salon/domain/visit/arrangement';

export const FROM = '2026-12-01';
export const DAYS = 31;
const STAFF = 20;
const CHAIRS = 15;
const CLAIMS = 2_000;
const ZONE = 'Europe/Berlin';

/** A large salon: twenty staff open six days from 9 to 19, colour with processing time, fifteen chairs. */
export function largeSalon(): SalonConfig {
  return {
    salonId: 'bench',
    version: 1,
    timeZone: ZONE,
    currency: 'EUR',
    policy: {
      leadMinutes: 60,
      horizonDays: 90,
      stepMinutes: 15,
      cancellationMinutes: 1440,
      maxOpenBookings: 5,
      maxWaitMinutes: 0,
      needsApproval: false,
      paused: false,
    },
    services: [
      {
        id: 'cut',
        name: 'Herrenhaarschnitt',
        phases: [{ kind: 'work', minutes: 30 }],
        bufferMinutes: 5,
        priceCents: 3_500,
        stationKind: 'chair',
        duringProcessing: true,
        bookable: true,
      },
      {
        id: 'colour',
        name: 'Färben',
        phases: [
          { kind: 'work', minutes: 30 },
          { kind: 'processing', minutes: 30 },
          { kind: 'finish', minutes: 15 },
        ],
        bufferMinutes: 5,
        priceCents: 8_000,
        stationKind: 'chair',
        duringProcessing: true,
        bookable: true,
      },
    ],
    staff: Array.from({ length: STAFF }, (_, index) => staffMember(index)),
    stations: Array.from({ length: CHAIRS }, (_, index) => ({ id: `chair-${index}`, kind: 'chair' })),
    closures: [{ firstDate: '2026-12-25', lastDate: '2026-12-26', range: null }],
  };
}

function staffMember(index: number): Staff {
  const hours = { startMinute: 540, endMinute: 1140, validFrom: null, validUntil: null };
  return {
    id: `staff-${index}`,
    activeFrom: null,
    activeUntil: null,
    weekly: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, ...hours })),
    exceptions: [{ date: addDays(FROM, index % DAYS), ranges: [{ startMinute: 600, endMinute: 840 }] }],
    offers: [
      { serviceId: 'cut', priceCents: null, phaseMinutes: [index % 3 === 0 ? 45 : null] },
      { serviceId: 'colour', priceCents: index % 4 === 0 ? 9_000 : null, phaseMinutes: [] },
    ],
  };
}

/** Two thousand claims spread evenly over staff, chairs and days, as a full book leaves them. */
export function fullBook(): TakenTime[] {
  const opening = Array.from({ length: DAYS }, (_, day) => resolveStart(ZONE, addDays(FROM, day), '09:00') ?? 0);
  return Array.from({ length: CLAIMS }, (_, index) => {
    const claimant = index % (STAFF + CHAIRS);
    const turn = Math.floor(index / (STAFF + CHAIRS));
    const start = (opening[turn % DAYS] ?? 0) + ((((turn * 7 + claimant * 3) % 18) * 30 * MINUTE) % DAY);
    const claimantId = claimant < STAFF ? `staff-${claimant}` : `chair-${claimant - STAFF}`;
    return { claimantId, start, end: start + 35 * MINUTE, visit: true };
  });
}

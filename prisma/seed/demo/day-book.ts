import { staffOpenings } from '@salon/domain/salon/openings';
import type { SalonConfig, Staff } from '@salon/domain/salon/salon-config';
import { MINUTE, subtract } from '@salon/domain/time/interval';
import type { Arrangement, TakenTime, VisitRequest } from '@salon/domain/visit/arrangement';
import { listSlots, type Slot } from '@salon/domain/visit/slots';

export type DayBook = ReturnType<typeof dayBook>;

/** The page of one day while visits are found for it: the same rules as any booking, without a database. */
export function dayBook(config: SalonConfig, away: readonly TakenTime[], date: string) {
  const taken: TakenTime[] = [...away];
  const booked = new Map<string, number>();

  /** Minutes a staff member works that day. */
  function openMinutes(staff: Staff): number {
    const off = away.filter(({ claimantId }) => claimantId === staff.id).sort((a, b) => a.start - b.start);
    const open = subtract(staffOpenings(config, staff, date), off);
    return open.reduce((sum, { start, end }) => sum + (end - start), 0) / MINUTE;
  }

  /** Where a visit could be put by somebody who asks at `now`. */
  function free(request: VisitRequest, now: number): readonly Slot[] {
    const days = listSlots(config, request, taken, { from: date, days: 1, now });
    return days === 'basket_too_complex' ? [] : (days[0]?.slots ?? []);
  }

  /** Takes the time of an arrangement; of the chairs the first free one, as the database does. */
  function take({ staffClaims, stationNeeds }: Arrangement): void {
    for (const { staffId, start, end } of staffClaims) {
      taken.push({ claimantId: staffId, start, end, visit: true });
      booked.set(staffId, (booked.get(staffId) ?? 0) + (end - start) / MINUTE);
    }
    for (const { stationIds, start, end } of stationNeeds) {
      if (stationIds[0] !== undefined) taken.push({ claimantId: stationIds[0], start, end, visit: true });
    }
  }

  return { date, taken, openMinutes, free, take, bookedMinutes: (staff: Staff) => booked.get(staff.id) ?? 0 };
}

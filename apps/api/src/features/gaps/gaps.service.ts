import type { GapsAnswer } from '@salon/contracts/desk/calendar';
import { spanOfDates } from '@salon/domain/time/days-span';
import { DAY, MINUTE } from '@salon/domain/time/interval';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { gapsOn } from '@salon/domain/visit/gaps';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { ClaimRepo } from '../availability/claim.repo.ts';
import type { DeskVisitRepo } from '../calendar/desk-visit.repo.ts';
import { visibleStaff } from '../calendar/shown-staff.ts';
import type { SalonService } from '../salon/salon.service.ts';
import { laterVisits } from './later-visits.ts';

export type GapsDeps = {
  readonly salons: SalonService;
  readonly claims: ClaimRepo;
  readonly deskVisits: DeskVisitRepo;
  readonly clock: () => number;
};

/** A gap that has begun begins at the next of these. */
const STEP = 5 * MINUTE;
/** Whom to call: more names than that nobody calls. */
const MOST_CALLS = 8;

/** Where time is still free on a date, what would fit there, and who could come; from now on, if it is today. */
export async function gaps(deps: GapsDeps, member: MemberScope, date: string): Promise<GapsAnswer> {
  const salon = await deps.salons.current({ id: member.salonId });
  const { config } = salon;
  const { start: from, end: to } = spanOfDates(config.timeZone, [date]);
  const visible = visibleStaff(member, undefined);
  const shown = visible === null ? config.staff : config.staff.filter(({ id }) => visible.includes(id));
  const claimants = [...shown, ...config.stations].map(({ id }) => id);
  const [{ taken }, rows] = await Promise.all([
    // A day wider at its begin: claims that reach into it from the day before.
    deps.claims.taken(member, claimants, { from: from - DAY, to }),
    deps.deskVisits.inWindow(member, { from, to }, visible),
  ]);
  const since = Math.max(from, Math.ceil(deps.clock() / STEP) * STEP);
  const found = gapsOn({ ...config, staff: shown }, date, since, taken, laterVisits(rows));
  const visits = new Map(rows.visits.map((visit) => [visit.id, visit]));
  const at = (millis: number) => formatInstant(config.timeZone, millis);
  return {
    date,
    gaps: found
      .sort((a, b) => a.start - b.start)
      .map(({ staffId, start, end, fits, couldCome }) => ({
        staffId,
        startsAt: at(start),
        endsAt: at(end),
        minutes: Math.floor((end - start) / MINUTE),
        fits: [...fits],
        couldCome: couldCome.slice(0, MOST_CALLS).flatMap((visitId) => {
          const visit = visits.get(visitId);
          if (visit === undefined) return [];
          const { name, guest_name, phone, from_ms } = visit;
          return [{ visitId, name: guest_name ?? name, phone, startsAt: at(from_ms) }];
        }),
      })),
  };
}

import type { OverlapsAnswer } from '@salon/contracts/desk/calendar';
import { spanOfDates } from '@salon/domain/time/days-span';
import { formatInstant, localDate } from '@salon/domain/time/wall-clock';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { OverlapRow } from './calendar.repo.ts';
import type { CalendarDeps } from './calendar.service.ts';
import { visibleStaff } from './shown-staff.ts';

/** What lies over taken time from today on, as it is right now. */
export async function overlaps(deps: CalendarDeps, member: MemberScope): Promise<OverlapsAnswer> {
  const { config } = await deps.salons.current({ id: member.salonId });
  const { timeZone } = config;
  const today = spanOfDates(timeZone, [localDate(timeZone, deps.clock())]).start;
  const rows = await deps.calendar.overlaps(member, today, visibleStaff(member, undefined));
  const at = (millis: number) => formatInstant(timeZone, millis);
  const above = Map.groupBy(rows, ({ id, claimant_id, from_ms }) => `${id} ${claimant_id} ${from_ms}`);
  return {
    overlaps: [...above.values()].flatMap((same) => {
      const [first] = same;
      if (first === undefined) return [];
      return [
        {
          kind: first.kind,
          id: first.id,
          name: first.name,
          claimantId: first.claimant_id,
          startsAt: at(first.from_ms),
          endsAt: at(first.to_ms),
          below: same.map((row: OverlapRow) => ({
            kind: row.below_kind,
            id: row.below_id,
            name: row.below_name,
            startsAt: at(row.below_from_ms),
            endsAt: at(row.below_to_ms),
          })),
        },
      ];
    }),
  };
}

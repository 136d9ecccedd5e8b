import type { LaterVisit } from '@salon/domain/visit/gaps';
import type { ItemRow, VisitRows } from '../calendar/desk-visit.row.ts';

/** Those of a day's visits that somebody could be asked to come earlier with: still ahead, and done by one person. */
export function laterVisits({ visits, items, wants }: VisitRows): LaterVisit[] {
  const itemsOf = Map.groupBy(items, (item) => item.booking_id);
  const wantsOf = Map.groupBy(wants, (want) => want.booking_id);
  return visits.flatMap(({ id, status }) => {
    const done = [...(itemsOf.get(id) ?? [])].sort((a, b) => a.from_ms - b.from_ms);
    const [first] = done;
    const busy = (wantsOf.get(id) ?? []).filter((want) => want.item_position !== null);
    if (status !== 'requested' && status !== 'confirmed') return [];
    if (first === undefined || busy.length === 0 || done.some((item) => item.staff_id !== first.staff_id)) return [];
    return [
      {
        id,
        staffId: first.staff_id,
        busy: {
          start: Math.min(...busy.map((want) => want.from_ms)),
          end: Math.max(...busy.map((want) => want.to_ms)),
        },
        serviceIds: done.map((item) => item.service_id),
        oneByOne: done.every((item, index) => index === 0 || follows(done[index - 1], item)),
      },
    ];
  });
}

const follows = (before: ItemRow | undefined, item: ItemRow) => before?.to_ms === item.from_ms;

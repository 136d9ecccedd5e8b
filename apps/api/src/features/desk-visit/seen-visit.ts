import type { MemberScope } from '../../scope/salon-scope.ts';
import type { DeskVisitRepo } from '../calendar/desk-visit.repo.ts';
import type { VisitRows } from '../calendar/desk-visit.row.ts';
import { noSuchVisit } from './desk-visit.service.ts';

/** A visit that this member may see: any, or one with something of hers in it. Throws `booking_not_found`. */
export async function seenVisit(
  { deskVisits }: { readonly deskVisits: DeskVisitRepo },
  member: MemberScope,
  visitId: string,
): Promise<VisitRows> {
  const rows = await deskVisits.named(member, [visitId]);
  const hers = rows.items.some((item) => item.staff_id === member.staffId);
  if (rows.visits.length === 0 || (member.reach === 'own' && !hers)) throw noSuchVisit();
  return rows;
}

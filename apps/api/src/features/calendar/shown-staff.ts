import type { SalonConfig, Staff } from '@salon/domain/salon/salon-config';
import type { MemberScope } from '../../scope/salon-scope.ts';

/** Whose time somebody may see, of those she asks for; null: everybody's. */
export function visibleStaff(member: MemberScope, wanted: readonly string[] | undefined): readonly string[] | null {
  if (member.reach === 'all') return wanted ?? null;
  return wanted === undefined || wanted.includes(member.staffId) ? [member.staffId] : [];
}

/** Those of them who work on any of these dates, or are booked all the same; in the salon's order. */
export function shownStaff(
  { staff }: SalonConfig,
  visible: readonly string[] | null,
  dates: readonly string[],
  booked: ReadonlySet<string>,
): Staff[] {
  const [first = '', last = ''] = [dates.at(0), dates.at(-1)];
  return staff.filter(({ id, activeFrom, activeUntil }) => {
    if (visible !== null && !visible.includes(id)) return false;
    return booked.has(id) || ((activeFrom ?? first) <= last && (activeUntil ?? last) >= first);
  });
}

import type { Speech } from '../../i18n/Speech.tsx';
import type { Slot } from '../times/day.ts';
import type { OtherStart } from '../times/other-starts.ts';
import { peopleText } from './people-in-turn.ts';
import type { PlannedItem } from './visit-plan.ts';

/** Who would do a visit at another start, as far as that is known: "Anna, dann Ben", "Anna und Ben"; else nothing. */
export function peopleAt(
  { slot, staffIds = [] }: Pick<OtherStart, 'slot' | 'staffIds'>,
  planOf: (slot: Slot) => readonly PlannedItem[],
  nameOf: (staffId: string) => string | undefined,
  speech: Pick<Speech, 't' | 'f'>,
): string {
  if (slot) return peopleText(planOf(slot), speech);
  return speech.f.all([...new Set(staffIds.flatMap((id) => nameOf(id) ?? []))]);
}

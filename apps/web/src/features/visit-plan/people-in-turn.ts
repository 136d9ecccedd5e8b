import type { Speech } from '../../i18n/Speech.tsx';
import { type PlannedItem, withAllInside } from './visit-plan.ts';

/**
 * Who does a visit: `in_turn` where the second begins only when the first is through, otherwise `together`; names in the
 * order in which they begin, each once.
 */
export function peopleInTurn(plan: readonly PlannedItem[]): {
  readonly names: readonly string[];
  readonly how: 'in_turn' | 'together';
} {
  const order = withAllInside(plan).sort((a, b) => a.from - b.from);
  const names = [...new Set(order.flatMap(({ staff }) => staff ?? []))];
  const [first, second] = names;
  const ends = order.filter(({ staff }) => staff === first).map(({ to }) => to);
  const begins = order.filter(({ staff }) => staff === second).map(({ from }) => from);
  return { names, how: names.length === 2 && Math.max(...ends) <= Math.min(...begins) ? 'in_turn' : 'together' };
}

/** "Anna", "Anna, dann Ben", "Anna und Ben", "Anna, Ben und Cem"; nothing while nobody is known. */
export function peopleText(plan: readonly PlannedItem[], { t, f }: Pick<Speech, 't' | 'f'>): string {
  const { names, how } = peopleInTurn(plan);
  const [first, second] = names;
  if (how === 'in_turn' && first !== undefined && second !== undefined) return t.visit.inTurn({ first, second });
  return f.all(names);
}

import type { BookedTogether } from '@salon/contracts/booked-together';
import { processingMinutes } from '../booking/total.ts';

type Known = { readonly id: string; readonly duringProcessing: boolean } & Parameters<typeof processingMinutes>[0];

/** What an order goes by: where services mostly stand in this salon's visits, as far as it is known, and their phases. */
export type OrderBy = {
  readonly services: readonly Known[];
  readonly together: BookedTogether | undefined;
};

/**
 * Services with another one put in where it mostly stands in this salon's visits. Where that is not known of two, what
 * processes comes first, then what may be done meanwhile, then what may not; and where nothing tells, the last comes last.
 * The others keep their order, whoever made it.
 */
export function putIn(order: readonly string[], id: string, by: OrderBy): readonly string[] {
  if (order.includes(id)) return order;
  const places = Array.from({ length: order.length + 1 }, (_, at) => ({ at, ...misplacedAt(at, order, id, by) }));
  const [best] = places.toSorted((a, b) => a.known - b.known || a.guessed - b.guessed || b.at - a.at);
  return order.toSpliced(best?.at ?? order.length, 0, id);
}

/** How many of the others would stand on the wrong side of it: as visits have it, and as processing suggests. */
function misplacedAt(at: number, order: readonly string[], id: string, by: OrderBy) {
  const wrong = { known: 0, guessed: 0 };
  for (const [index, other] of order.entries()) {
    const stands = index < at ? 'before' : 'after';
    const known = mostly(other, id, by.together);
    const guessed = meanwhileFirst(other, id, [...order, id], by.services);
    if (known !== undefined && known !== stands) wrong.known++;
    if (known === undefined && guessed !== undefined && guessed !== stands) wrong.guessed++;
  }
  return wrong;
}

type Side = 'before' | 'after';
const OPPOSITE = { before: 'after', after: 'before' } as const;

/** Where one service mostly stands in visits that have the other too. */
export function mostly(one: string, other: string, together: BookedTogether | undefined): Side | undefined {
  const of = (id: string, mate: string) =>
    together?.services.find(({ serviceId }) => serviceId === id)?.with.find(({ serviceId }) => serviceId === mate)
      ?.comes;
  const counted = of(other, one);
  if (counted) return counted;
  const mirrored = of(one, other);
  return mirrored && OPPOSITE[mirrored];
}

/** Which of two comes first so that one may be done while the colour of another of these develops. */
function meanwhileFirst(
  one: string,
  other: string,
  chosen: readonly string[],
  services: readonly Known[],
): Side | undefined {
  const turn = (id: string) => {
    const service = services.find((known) => known.id === id);
    if (service === undefined) return 2;
    return processingMinutes(service) > 0 ? 0 : service.duringProcessing ? 1 : 2;
  };
  // Without anything that processes, nothing is done meanwhile.
  if (!chosen.some((id) => turn(id) === 0) || turn(one) === turn(other)) return undefined;
  return turn(one) < turn(other) ? 'before' : 'after';
}

/** Services with one of them moved by places: −1 to the front, +1 to the back. */
export function moved(order: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const at = order.indexOf(id);
  const to = at + by;
  if (at < 0 || to < 0 || to >= order.length) return order;
  return order.toSpliced(at, 1).toSpliced(to, 0, id);
}

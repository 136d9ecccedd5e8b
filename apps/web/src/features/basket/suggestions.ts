import type { BookedTogether } from '@salon/contracts/booked-together';
import { mostly } from './order.ts';

/** Rarer than this is chance, not a habit. */
const LEAST_SHARE = 0.15;
const MOST_SHOWN = 2;

/** A service that people book with one of those chosen, and in which share of its visits they do. */
export type Suggestion = { readonly serviceId: string; readonly besides: string; readonly share: number };

type Offered = { readonly id: string; readonly categoryId: string };

/**
 * What people of this salon book with what is chosen, most often first; each with the service it goes with most. What is
 * of one kind with something chosen and not booked with it is booked instead of it, and left out.
 */
export function suggestionsFor(
  chosen: readonly string[],
  together: BookedTogether | undefined,
  offered: readonly Offered[],
): readonly Suggestion[] {
  const kindOf = (id: string) => offered.find((one) => one.id === id)?.categoryId;
  const isBookedWith = (id: string, other: string) => mostly(id, other, together) !== undefined;
  const isInstead = (id: string) => chosen.some((other) => kindOf(other) === kindOf(id) && !isBookedWith(id, other));
  const best = new Map<string, Suggestion>();
  for (const { serviceId: besides, with: mates } of together?.services ?? []) {
    if (!chosen.includes(besides)) continue;
    for (const { serviceId, share } of mates) {
      if (share < LEAST_SHARE || chosen.includes(serviceId) || kindOf(serviceId) === undefined) continue;
      if (isInstead(serviceId)) continue;
      if (share > (best.get(serviceId)?.share ?? 0)) best.set(serviceId, { serviceId, besides, share });
    }
  }
  return [...best.values()].toSorted((a, b) => b.share - a.share).slice(0, MOST_SHOWN);
}

/** `n` of `of`; `over`: more than that. */
export type Fraction = { readonly n: number; readonly of: number; readonly over: boolean };

const FRACTIONS: readonly (readonly [number, number])[] = [
  [9, 10],
  [3, 4],
  [2, 3],
  [1, 2],
  [1, 3],
  [1, 4],
  [1, 5],
  [1, 6],
  [1, 7],
];
/** So little is not worth saying "more than". */
const NEARLY = 0.02;
/** A share that was counted may fall this short of the fraction that it stands for: 33 of 100 are a third. */
const ROUNDED = 0.005;

/** A share of at least a seventh as people say it: the greatest simple fraction that is not more than it. */
export function fractionOf(share: number): Fraction {
  const [n, of] = FRACTIONS.find(([n, of]) => n / of <= share + ROUNDED) ?? ([1, 7] as const);
  return { n, of, over: share - n / of > NEARLY };
}

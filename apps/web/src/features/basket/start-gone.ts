import { useState } from 'react';
import type { Wish } from '../booking/wish.ts';

/** A start that was chosen: its day and its wall-clock time, as they stand in an address. */
export type ChosenStart = { readonly day: string; readonly at: string };

/**
 * The start that no longer holds, because the services it was chosen for are others now; null where there is none, or
 * where somebody has since looked elsewhere.
 */
export function startGone(before: Wish, now: Wish, gone: ChosenStart | null): ChosenStart | null {
  if (now.at !== null || now.services.length === 0) return null;
  const changed = before.services.join() !== now.services.join();
  const lost = changed && before.day !== null && before.at !== null ? { day: before.day, at: before.at } : gone;
  return lost?.day === now.day ? lost : null;
}

/** The start that a change of the services has cost, for as long as that has to be said. */
export function useStartGone(wish: Wish): ChosenStart | null {
  const [seen, setSeen] = useState<{ wish: Wish; gone: ChosenStart | null }>({ wish, gone: null });
  const gone = seen.wish === wish ? seen.gone : startGone(seen.wish, wish, seen.gone);
  if (seen.wish !== wish) setSeen({ wish, gone });
  return gone;
}

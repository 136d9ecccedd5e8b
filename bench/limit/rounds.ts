/**
 * The order of all rounds: every other one runs backwards, so that no way always follows the same one or goes first.
 */
export function alternated<T>(items: readonly T[], rounds: number): T[] {
  return Array.from({ length: rounds }, (_, round) => (round % 2 === 0 ? items : items.toReversed())).flat();
}

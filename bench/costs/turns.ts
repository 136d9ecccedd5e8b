/** How often a round goes back to the first item. */
const TIMES = 3;

/** A round in which the first item, which the others are compared with, comes before each third of them. */
export function interleaved<T>([first, ...others]: readonly T[]): T[] {
  if (first === undefined) return [];
  const part = Math.max(1, Math.ceil(others.length / TIMES));
  return Array.from({ length: TIMES }, (_, at) => [first, ...others.slice(at * part, (at + 1) * part)]).flat();
}

/** The order of a round: each begins elsewhere and every other one runs backwards, so that nobody always follows the same one. */
export function inTurn<T>(items: readonly T[], round: number): T[] {
  const from = (round * Math.ceil(items.length / 3)) % Math.max(1, items.length);
  const turned = [...items.slice(from), ...items.slice(0, from)];
  return round % 2 === 0 ? turned : turned.toReversed();
}

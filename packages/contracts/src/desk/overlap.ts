import type { WallSpan } from './set-up.ts';

/** Index of the first stretch that overlaps with an earlier one of those it is `comparable` with. */
export function firstOverlap<T extends WallSpan>(
  list: readonly T[],
  comparable: (a: T, b: T) => boolean,
): number | undefined {
  const at = list.findIndex((one, index) =>
    list
      .slice(0, index)
      .some(
        (other) => comparable(one, other) && one.startMinute < other.endMinute && other.startMinute < one.endMinute,
      ),
  );
  return at === -1 ? undefined : at;
}

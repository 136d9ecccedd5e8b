import type { Interval } from '../time/interval.ts';

/** Which of a list of starts remain, one bit each: sets of the same list are intersected 32 starts at a time. */
export type StartSet = Uint32Array;

export function allOf(count: number): StartSet {
  const set = new Uint32Array(Math.ceil(count / 32)).fill(0xffff_ffff);
  if (count % 32 !== 0) set[set.length - 1] = 2 ** (count % 32) - 1;
  return set;
}

/**
 * Those of `starts` (ascending) after which `free` (sorted, disjoint) holds the whole stretch from `start` to `end`,
 * milliseconds after the start.
 */
export function fittingStarts(starts: readonly number[], free: readonly Interval[], stretch: Interval): StartSet {
  const set = new Uint32Array(Math.ceil(starts.length / 32));
  let at = firstEndingBy(free, (starts[0] ?? 0) + stretch.end);
  for (const [index, start] of starts.entries()) {
    const end = start + stretch.end;
    while (at < free.length && (free[at]?.end ?? 0) < end) at++;
    const room = free[at];
    if (room === undefined) break;
    if (room.start <= start + stretch.start) add(set, index);
  }
  return set;
}

/** Index of the first interval that ends at `instant` or later: the search begins there, not at the range's first day. */
function firstEndingBy(free: readonly Interval[], instant: number): number {
  let low = 0;
  let high = free.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((free[middle]?.end ?? 0) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function add(set: StartSet, index: number): void {
  set[index >>> 5] = (set[index >>> 5] ?? 0) | (1 << (index & 31));
}

export function remove(set: StartSet, index: number): void {
  set[index >>> 5] = (set[index >>> 5] ?? 0) & ~(1 << (index & 31));
}

/** Keeps in `set` only what is in `other` too; false if nothing is left. */
export function keepCommon(set: StartSet, other: StartSet): boolean {
  let left = 0;
  for (let word = 0; word < set.length; word++) {
    const common = (set[word] ?? 0) & (other[word] ?? 0);
    set[word] = common;
    left |= common;
  }
  return left !== 0;
}

/** Adds to `set` all that is in `other`. */
export function addAll(set: StartSet, other: StartSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] ?? 0) | (other[word] ?? 0);
}

/** Takes out of `set` all that is in `other`. */
export function removeAll(set: StartSet, other: StartSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] ?? 0) & ~(other[word] ?? 0);
}

export function isEmpty(set: StartSet): boolean {
  return set.every((word) => word === 0);
}

/** The indexes in the set, ascending. */
export function indexesIn(set: StartSet): number[] {
  const indexes: number[] = [];
  for (const [word, bits] of set.entries()) {
    for (let rest = bits; rest !== 0; rest &= rest - 1) indexes.push(word * 32 + 31 - Math.clz32(rest & -rest));
  }
  return indexes;
}

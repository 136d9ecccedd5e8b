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
  const first = (starts[0] ?? 0) + stretch.end;
  const last = starts.at(-1) ?? 0;
  // The search begins at the first room that any start could use, not at the range's first day.
  for (let at = lowest(free.length, (index) => (free[index]?.end ?? 0) >= first); at < free.length; at++) {
    const from = (free[at]?.start ?? 0) - stretch.start;
    const to = (free[at]?.end ?? 0) - stretch.end;
    if (from > last) break;
    const begin = lowest(starts.length, (index) => (starts[index] ?? 0) >= from);
    addRange(
      set,
      begin,
      lowest(starts.length, (index) => (starts[index] ?? 0) > to),
    );
  }
  return set;
}

/** The lowest index for which `reached` holds, all after it included; `count` if there is none. */
function lowest(count: number, reached: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (reached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Adds the indexes from `begin` to before `end`. */
function addRange(set: StartSet, begin: number, end: number): void {
  for (let index = begin; index < end; ) {
    // A whole word at once where the range holds it.
    if (index % 32 === 0 && index + 32 <= end) {
      set[index >>> 5] = 0xffff_ffff;
      index += 32;
    } else {
      add(set, index++);
    }
  }
}

function add(set: StartSet, index: number): void {
  set[index >>> 5] = (set[index >>> 5] ?? 0) | (1 << (index & 31));
}

export function has(set: StartSet | undefined, index: number): boolean {
  return (((set?.[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
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

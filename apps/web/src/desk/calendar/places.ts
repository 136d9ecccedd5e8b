import type { Interval } from '@salon/domain/time/interval';
import { busyOf, type Piece } from './piece.ts';

/**
 * Where a piece stands in its column. Pieces whose busy times overlap stand side by side, on `track` of `tracks`; one that
 * lies in another's free stretch keeps the whole width and is drawn upon it, `depth` steps in.
 */
export type Place = { readonly track: number; readonly tracks: number; readonly depth: number };

type Placed = { readonly piece: Piece; readonly busy: readonly Interval[]; track: number; depth: number; group: Group };
type Group = { tracks: number };

/** Finds a place for every piece of a column. */
export function placesOf(pieces: readonly Piece[]): ReadonlyMap<string, Place> {
  const sorted = [...pieces].sort((a, b) => a.start - b.start || b.end - a.end);
  const all: Placed[] = [];
  let open: Placed[] = [];
  for (const piece of sorted) {
    open = open.filter((other) => other.piece.end > piece.start);
    const busy = busyOf(piece);
    const beside = open.filter((other) => overlap(other.busy, busy));
    const below = open.filter((other) => !beside.includes(other) && other.piece.start <= piece.start);
    const groups = new Set(beside.map((other) => other.group));
    const group = beside[0]?.group ?? { tracks: 1 };
    for (const other of all) if (groups.has(other.group)) other.group = group;
    const taken = new Set(beside.map(({ track }) => track));
    let track = 0;
    while (taken.has(track)) track++;
    // Those side by side are equally deep, or one of them would hide the other's edge.
    const depth = beside[0]?.depth ?? 1 + Math.max(-1, ...below.map((one) => one.depth));
    const placed = { piece, busy, track, depth, group };
    all.push(placed);
    open.push(placed);
    group.tracks = Math.max(group.tracks, ...all.filter((one) => one.group === group).map((one) => one.track + 1));
  }
  return new Map(all.map(({ piece, track, depth, group }) => [piece.key, { track, tracks: group.tracks, depth }]));
}

const overlap = (a: readonly Interval[], b: readonly Interval[]) =>
  a.some((one) => b.some((other) => one.start < other.end && other.start < one.end));

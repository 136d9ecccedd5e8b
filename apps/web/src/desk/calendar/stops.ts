import type { Interval } from '@salon/domain/time/interval';
import type { Column, Off } from './columns.ts';
import type { Piece } from './piece.ts';

/** What one comes by in a column with the arrow keys: visits, free time, time off, in the order of time. */
export type Stop = Interval & { readonly key: string } & (
    | { readonly kind: 'piece'; readonly piece: Piece }
    | { readonly kind: 'off'; readonly off: Off }
    | { readonly kind: 'free' }
  );

/** All there is in a column, in the order in which it is read. */
export function stopsOf({ key, pieces, off, free }: Column): Stop[] {
  const stops: Stop[] = [
    ...pieces.map((piece): Stop => ({ kind: 'piece', piece, ...spanned(piece.key + key, piece) })),
    ...off.map((one): Stop => ({ kind: 'off', off: one, ...spanned(one.timeOff.id + key, one) })),
    ...free.map((one): Stop => ({ kind: 'free', ...spanned(`free ${one.start} ${key}`, one) })),
  ];
  return stops.sort((a, b) => a.start - b.start || a.end - b.end);
}

const spanned = (key: string, { start, end }: Interval) => ({ key, start, end });

export type Arrow = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

/** A column for walking through: its stops, and where its day begins. */
export type Lane = { readonly start: number; readonly stops: readonly Stop[] };

/**
 * Where an arrow leads: to the next of the same column, or to what lies nearest in time in the next column that has
 * anything; on another day the same time of that day. Undefined: no further.
 */
export function neighbour(lanes: readonly Lane[], from: string, arrow: Arrow): Stop | undefined {
  const at = lanes.findIndex(({ stops }) => stops.some((stop) => stop.key === from));
  const lane = lanes[at];
  const index = lane?.stops.findIndex((stop) => stop.key === from) ?? -1;
  const here = lane?.stops[index];
  if (lane === undefined || here === undefined) return undefined;
  if (arrow === 'ArrowUp') return lane.stops[index - 1];
  if (arrow === 'ArrowDown') return lane.stops[index + 1];
  if (arrow === 'Home') return index === 0 ? undefined : lane.stops[0];
  if (arrow === 'End') return index === lane.stops.length - 1 ? undefined : lane.stops.at(-1);
  const step = arrow === 'ArrowRight' ? 1 : -1;
  for (let next = at + step; next >= 0 && next < lanes.length; next += step) {
    const nearest = nearestIn(lanes[next], here.start - lane.start);
    if (nearest !== undefined) return nearest;
  }
  return undefined;
}

function nearestIn(lane: Lane | undefined, offset: number): Stop | undefined {
  if (lane === undefined) return undefined;
  const far = (stop: Stop) => Math.abs(stop.start - lane.start - offset);
  return lane.stops.reduce<Stop | undefined>(
    (best, stop) => (best === undefined || far(stop) < far(best) ? stop : best),
    undefined,
  );
}

/** Where one enters: what goes on now or comes next, else the first there is. */
export function entryOf(lanes: readonly Lane[], now: number): Stop | undefined {
  const all = lanes.flatMap(({ stops }) => stops);
  const visits = all.filter(({ kind }) => kind === 'piece');
  const coming = visits.filter(({ end }) => end > now).sort((a, b) => a.start - b.start)[0];
  return coming ?? visits[0] ?? all[0];
}

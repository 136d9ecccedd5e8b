import type { DeskVisit } from '@salon/contracts/desk/visit';
import { type Interval, MINUTE, merge } from '@salon/domain/time/interval';

/**
 * What happens in a stretch of a visit, as one staff member has it: `work` and `finish` keep her busy; while colour
 * develops (`processing`), or while somebody else is with the customer (`elsewhere`), she is free; `buffer` is what she
 * needs after it.
 */
export type Stretch = Interval & {
  readonly kind: 'work' | 'processing' | 'finish' | 'elsewhere' | 'buffer';
  /** What is done; empty where nothing is. */
  readonly service: string;
};

/** The part of a visit that lies in one column: all that one staff member does for it on a day, or one station's. */
export type Piece = Interval & {
  /** One a column and visit. */
  readonly key: string;
  readonly visit: DeskVisit;
  readonly stretches: readonly Stretch[];
  readonly services: readonly string[];
};

const BUSY: ReadonlySet<Stretch['kind']> = new Set(['work', 'finish', 'buffer']);

/** When she has her hands full. */
export const busyOf = (piece: Piece): Interval[] =>
  merge(piece.stretches.filter(({ kind }) => BUSY.has(kind)).map(({ start, end }) => ({ start, end })));

/** Pieces that were made: a visit that is the very same has the very same ones, and is not drawn anew. */
const made = new WeakMap<DeskVisit, Map<string, Piece | undefined>>();

/** What one staff member does in a visit; undefined: nothing. */
export function pieceOf(visit: DeskVisit, staffId: string): Piece | undefined {
  let pieces = made.get(visit);
  if (pieces === undefined) {
    pieces = new Map();
    made.set(visit, pieces);
  }
  if (!pieces.has(staffId)) pieces.set(staffId, makePiece(visit, staffId));
  return pieces.get(staffId);
}

function makePiece(visit: DeskVisit, staffId: string): Piece | undefined {
  const items = visit.items.filter((item) => item.staffId === staffId);
  if (items.length === 0) return undefined;
  const done = items.flatMap(stretchesOf).sort((a, b) => a.start - b.start || b.end - a.end);
  const start = Math.min(...done.map((one) => one.start));
  const end = Math.max(...done.map((one) => one.end));
  const between = gapsBetween(merge(done)).map((gap): Stretch => ({ ...gap, kind: 'elsewhere', service: '' }));
  return {
    ...{ key: `${visit.id} ${staffId}`, visit, start, end },
    stretches: [...done, ...between].sort((a, b) => a.start - b.start || b.end - a.end),
    services: items.map(({ service }) => service),
  };
}

/** The visit as a chair or a room has it: taken from its first need to its last. */
export function stationPieceOf(visit: DeskVisit, stationId: string): Piece | undefined {
  const spans = visit.stations
    .filter((one) => one.stationId === stationId)
    .map((one) => ({ start: Date.parse(one.startsAt), end: Date.parse(one.endsAt) }));
  const [first] = spans;
  if (first === undefined) return undefined;
  const services = visit.items.map(({ service }) => service);
  return {
    ...{ key: `${visit.id} ${stationId}`, visit, services },
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
    stretches: spans.map((span) => ({ ...span, kind: 'work', service: services[0] ?? '' })),
  };
}

function stretchesOf(item: DeskVisit['items'][number]): Stretch[] {
  const { service, phases, bufferMinutes = 0 } = item;
  const end = Date.parse(item.endsAt);
  const done = phases.map((phase): Stretch => {
    const { kind } = phase;
    return { kind, service, start: Date.parse(phase.startsAt), end: Date.parse(phase.endsAt) };
  });
  if (done.length === 0) done.push({ kind: 'work', service, start: Date.parse(item.startsAt), end });
  if (bufferMinutes > 0) done.push({ kind: 'buffer', service, start: end, end: end + bufferMinutes * MINUTE });
  return done;
}

function gapsBetween(busy: readonly Interval[]): Interval[] {
  return busy.slice(1).map((next, i) => ({ start: busy[i]?.end ?? next.start, end: next.start }));
}

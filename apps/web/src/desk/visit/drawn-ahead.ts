import type { CalendarAnswer, DeskTimeOff } from '@salon/contracts/desk/calendar';
import type { DeskVisit } from '@salon/contracts/desk/visit';
import { midnight } from '../../lib/dates.ts';

/** What will be, drawn before the API has said so. */
export type Ahead = {
  /** Visits as they will be; cancelled ones go. */
  readonly visits?: readonly DeskVisit[];
  readonly timeOff?: readonly DeskTimeOff[];
  /** Time off that ends. */
  readonly ended?: readonly string[];
};

/**
 * What is drawn over the answers of the API while a write is on its way. Taking it away is the whole of a rollback: the
 * answers themselves are never touched by a guess.
 */
export function drawnAhead() {
  const layers = new Map<symbol, Ahead>();
  const listeners = new Set<() => void>();
  let all: readonly Ahead[] = [];
  const told = () => {
    all = [...layers.values()];
    for (const listener of listeners) listener();
  };
  return {
    all: () => all,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Draws something until what it returns is called. */
    draw(ahead: Ahead): () => void {
      const layer = Symbol();
      layers.set(layer, ahead);
      told();
      return () => {
        if (layers.delete(layer)) told();
      };
    },
  };
}

const DAY_MS = 86_400_000;
/** Zones lie within so much of UTC; a visit at the edge that does not belong is not drawn by the columns anyway. */
const EDGE_MS = 14 * 3_600_000;

/** An answer with what will be drawn into it, the later over the earlier. */
export function withAhead(answer: CalendarAnswer, layers: readonly Ahead[]): CalendarAnswer {
  const within = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => {
    const start = midnight(answer.from);
    return Date.parse(endsAt) > start - EDGE_MS && Date.parse(startsAt) < start + answer.days * DAY_MS + EDGE_MS;
  };
  let drawn = answer;
  for (const { visits = [], timeOff = [], ended = [] } of layers) {
    const shown = visits.filter((visit) => visit.status !== 'cancelled' && within(visit));
    if (visits.length > 0) drawn = { ...drawn, visits: replaced(drawn.visits, visits, shown) };
    if (timeOff.length + ended.length > 0) {
      const off = replaced(drawn.timeOff, timeOff, timeOff.filter(within));
      drawn = { ...drawn, timeOff: off.filter(({ id }) => !ended.includes(id)) };
    }
  }
  return drawn;
}

/** An answer with visits that the API has answered since: what was there in a newer version stays. */
export function withAnswered(answer: CalendarAnswer, visits: readonly DeskVisit[]): CalendarAnswer {
  const known = new Map(answer.visits.map(({ id, version }) => [id, version]));
  return withAhead(answer, [{ visits: visits.filter(({ id, version }) => version >= (known.get(id) ?? 0)) }]);
}

/** Each that is known in its place, the others at the end. */
function replaced<T extends { readonly id: string }>(
  old: readonly T[],
  changed: readonly T[],
  shown: readonly T[],
): T[] {
  const gone = new Set(changed.map(({ id }) => id));
  const next = new Map(shown.map((one) => [one.id, one]));
  const kept = old.flatMap((one) => {
    const other = next.get(one.id);
    if (other !== undefined) next.delete(one.id);
    return other ?? (gone.has(one.id) ? [] : one);
  });
  return [...kept, ...next.values()];
}

import type { CalendarAnswer, DeskTimeOff } from '@salon/contracts/desk/calendar';
import type { DeskVisit } from '@salon/contracts/desk/visit';
import { type Interval, merge, subtract } from '@salon/domain/time/interval';
import type { LocalDate } from '../../lib/dates.ts';
import { type Axis, within } from './axis.ts';
import { freeTime } from './free-time.ts';
import { isExpected } from './moved-visit.ts';
import { busyOf, type Piece, pieceOf, stationPieceOf } from './piece.ts';

/** Whose day a column shows: a staff member's, or a chair's or room's. */
export type Whose = { readonly id: string; readonly name: string } & (
  | { readonly kind: 'staff' }
  | { readonly kind: 'station'; readonly stationKind: string; readonly retired: boolean }
);

/** Whether a part of a visit that lies with one may go to the other: to another person, or another chair in use of its kind. */
export const canTake = (from: Whose, to: Whose): boolean =>
  from.id === to.id ||
  (from.kind === 'station'
    ? to.kind === 'station' && to.stationKind === from.stationKind && !to.retired
    : to.kind === 'staff');

/** A chair or room in use no more, on which somebody is booked. */
export const isRetired = (whose: Whose): boolean => whose.kind === 'station' && whose.retired;

/** What a column is made of; where each of these is the very same as before, so is the column. */
export type Ingredients = {
  readonly whose: Whose;
  readonly axis: Axis;
  readonly openings: CalendarAnswer['openings'][number] | undefined;
  readonly closures: CalendarAnswer['closures'];
  readonly timeOff: readonly DeskTimeOff[];
  readonly visits: readonly DeskVisit[];
  /** Before it nothing is sold. */
  readonly now: number;
  readonly leastMinutes: number;
};

/** Time off, a break or blocked time of a column. */
export type Off = Interval & { readonly timeOff: DeskTimeOff };

/** One day of somebody, ready to be drawn: everything in the order of time. */
export type Column = {
  readonly key: string;
  readonly whose: Whose;
  readonly date: LocalDate;
  readonly axis: Axis;
  readonly pieces: readonly Piece[];
  readonly off: readonly Off[];
  /** Outside of working hours. */
  readonly closed: readonly Interval[];
  /** Closed as a whole, and why. */
  readonly closures: readonly (Interval & { readonly name: string })[];
  readonly free: readonly Interval[];
  /** Keys of the pieces that lie, at least in part, outside of the hours there are by now, and are still to be done. */
  readonly outside: ReadonlySet<string>;
};

/** Makes a column. */
export function columnOf({ whose, axis, openings, closures, timeOff, visits, now, leastMinutes }: Ingredients): Column {
  const shown = { start: axis.start, end: axis.end };
  const onIt = <T extends Interval>(spans: readonly T[]): T[] =>
    spans.flatMap((span) => {
      const cut = within(axis, span);
      return cut === undefined ? [] : [{ ...span, ...cut }];
    });
  const pieces = visits
    .flatMap((visit) => (whose.kind === 'staff' ? pieceOf(visit, whose.id) : stationPieceOf(visit, whose.id)) ?? [])
    .filter((piece) => within(axis, piece) !== undefined)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const off = timeOff.map((one) => ({ ...spanOf(one), timeOff: one })).sort((a, b) => a.start - b.start);
  const shut = closures.map((one) => ({ ...spanOf(one), name: one.name }));
  const open = merge((openings?.spans ?? []).map(spanOf));
  const taken = merge([...pieces.flatMap(busyOf), ...off, ...shut].map(({ start, end }) => ({ start, end })));
  return {
    ...{ key: `${axis.date} ${whose.id}`, whose, date: axis.date, axis, pieces },
    off: onIt(off),
    closures: onIt(shut),
    outside: new Set(whose.kind === 'staff' ? pieces.filter((piece) => liesOutside(piece, open, now)).map(keyOf) : []),
    closed: whose.kind === 'staff' ? subtract([shown], open) : [],
    free: whose.kind === 'staff' ? freeTime({ openings: open, taken, shown, now, leastMinutes }) : [],
  };
}

/** Hours may have shrunk since it was booked. Clearing up may run over, and what is done is no news. */
function liesOutside({ visit, stretches, end }: Piece, open: readonly Interval[], now: number): boolean {
  if (end <= now || !isExpected(visit)) return false;
  const work = stretches.filter(({ kind }) => kind === 'work' || kind === 'finish');
  return subtract(merge(work.map(({ start, end }) => ({ start, end }))), open).length > 0;
}

const keyOf = ({ key }: Piece) => key;

/** What of an answer belongs into the column of somebody on a day. */
export function ingredientsOf(
  answer: CalendarAnswer,
  whose: Whose,
  axis: Axis,
  other: { readonly now: number; readonly leastMinutes: number },
): Ingredients {
  const { id, kind } = whose;
  const ofIt = (visit: DeskVisit) =>
    kind === 'staff'
      ? visit.items.some((item) => item.staffId === id)
      : visit.stations.some((one) => one.stationId === id);
  return {
    ...{ whose, axis, ...other },
    openings: answer.openings.find((one) => one.staffId === id && one.date === axis.date),
    closures: answer.closures.filter((one) => within(axis, spanOf(one))),
    timeOff: answer.timeOff.filter((one) => one.staffId === id && within(axis, spanOf(one))),
    visits: answer.visits.filter((visit) => ofIt(visit) && within(axis, spanOf(visit))),
  };
}

/** Whether two columns would be made of the same. */
export function sameIngredients(a: Ingredients, b: Ingredients): boolean {
  const same = (one: readonly unknown[], other: readonly unknown[]) =>
    one.length === other.length && one.every((value, index) => value === other[index]);
  return (
    a.axis === b.axis &&
    a.whose.id === b.whose.id &&
    a.whose.name === b.whose.name &&
    isRetired(a.whose) === isRetired(b.whose) &&
    a.openings === b.openings &&
    a.leastMinutes === b.leastMinutes &&
    (a.now === b.now || nowIsElsewhere(a, b)) &&
    same(a.closures, b.closures) &&
    same(a.timeOff, b.timeOff) &&
    same(a.visits, b.visits)
  );
}

/** Time goes on, but only on its own day. */
const nowIsElsewhere = ({ axis, now }: Ingredients, other: Ingredients) =>
  (now < axis.start && other.now < axis.start) || (now >= axis.end && other.now >= axis.end);

function spanOf({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): Interval {
  return { start: Date.parse(startsAt), end: Date.parse(endsAt) };
}

import type { DeskVisit } from '@salon/contracts/desk/visit';
import { MINUTE } from '@salon/domain/time/interval';
import { minuteOf } from './axis.ts';
import { type Column, canTake } from './columns.ts';
import { movedVisit, type Shift, shortestBy } from './moved-visit.ts';
import type { Piece } from './piece.ts';
import { STEP } from './snap.ts';

/** A visit that is being moved: the piece that is held, the column it came from and is in, and how far it has come. */
export type Moving = {
  readonly visit: DeskVisit;
  readonly pieceStart: number;
  readonly from: number;
  readonly column: number;
  readonly byMinutes: number;
  readonly longer: number;
};

/** Takes hold of a piece in a column. */
export function startMoving(piece: Piece, column: number): Moving {
  return { visit: piece.visit, pieceStart: piece.start, from: column, column, byMinutes: 0, longer: 0 };
}

/** One step by an arrow: up and down in time (with Shift in length), left and right to the next column that can take it. */
export function stepMoving(moving: Moving, columns: readonly Column[], arrow: string, shift: boolean): Moving {
  const direction = arrow === 'ArrowUp' || arrow === 'ArrowLeft' ? -1 : 1;
  if (arrow === 'ArrowUp' || arrow === 'ArrowDown') {
    if (!shift) return { ...moving, byMinutes: moving.byMinutes + direction * STEP };
    const staffId = columns[moving.from]?.whose.id ?? '';
    const least = shortestBy(moving.visit, staffId, STEP);
    return { ...moving, longer: Math.max(least, moving.longer + direction * STEP) };
  }
  const whose = columns[moving.from]?.whose;
  for (let next = moving.column + direction; next >= 0 && next < columns.length; next += direction) {
    const other = columns[next]?.whose;
    if (whose !== undefined && other !== undefined && canTake(whose, other)) return { ...moving, column: next };
  }
  return moving;
}

/** How far a visit is moved by putting one of its pieces so many minutes later into a column. */
export function shiftOf(columns: readonly Column[], move: Omit<Moving, 'visit'>): Shift | undefined {
  const [from, to] = [columns[move.from], columns[move.column]];
  if (from === undefined || to === undefined) return undefined;
  // On another day the clock shows the same, whatever the clocks did meanwhile.
  const minute = minuteOf(from.axis, move.pieceStart) + move.byMinutes;
  const { id, name } = canTake(from.whose, to.whose) ? to.whose : from.whose;
  return {
    byMs: to.axis.start + minute * MINUTE - move.pieceStart,
    ...{ from: from.whose.id, to: { id, name }, longer: move.longer },
  };
}

/** The visit as it lies at this step of a move. */
export function movingVisit(columns: readonly Column[], moving: Moving, timeZone: string): DeskVisit {
  const shift = shiftOf(columns, moving);
  return shift === undefined ? moving.visit : movedVisit(moving.visit, shift, timeZone);
}

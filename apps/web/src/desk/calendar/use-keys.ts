import { type KeyboardEvent, type RefObject, useLayoutEffect } from 'react';
import { announce } from '../../ui/announce.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import type { Column } from './columns.ts';
import type { Intents, TimeOf } from './intents.ts';
import { type Moving, movingVisit, startMoving, stepMoving } from './keyboard-move.ts';
import { isOver } from './moved-visit.ts';
import { pieceOf, stationPieceOf } from './piece.ts';
import { type Arrow, type Lane, neighbour, type Stop } from './stops.ts';
import { focusStop } from './use-walk.ts';
import { useBlockWords } from './words-context.ts';

const ARROWS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

/** The calendar by keyboard: arrows walk, M takes hold of a visit, B blocks free time; each step is said. */
export function useKeys(options: {
  readonly box: RefObject<HTMLElement | null>;
  readonly columns: readonly Column[];
  readonly lanes: readonly Lane[];
  readonly stopOf: (key: string) => Stop | undefined;
  readonly goTo: (key: string) => void;
  readonly setAt: (key: string) => void;
  readonly moving: Moving | undefined;
  readonly setMoving: (moving: Moving | undefined) => void;
  readonly intents: Intents;
  readonly timeZone: string;
}) {
  const { t } = useDeskSpeech();
  const words = useBlockWords();
  const { box, columns, moving, setMoving, setAt, intents, timeZone } = options;
  const held = moving === undefined ? undefined : keyOf(columns, moving, timeZone);
  // In another column it is another element: the focus goes along.
  useLayoutEffect(() => {
    if (held === undefined) return;
    setAt(held);
    focusStop(box.current, held);
  }, [held, setAt, box]);

  function whereIs(step: Moving): string {
    const visit = movingVisit(columns, step, timeZone);
    const { whose } = columns[step.column] ?? {};
    const piece = whose?.kind === 'station' ? stationPieceOf(visit, whose.id) : pieceOf(visit, whose?.id ?? '');
    return t.calendar.at({ name: whose?.name ?? '', ...words.span(piece ?? { start: 0, end: 0 }) });
  }

  function move(event: KeyboardEvent, step: Moving): void {
    const name = words.name(step.visit);
    if (ARROWS.has(event.key)) {
      event.preventDefault();
      const next = stepMoving(step, columns, event.key, event.shiftKey);
      setMoving(next);
      announce(whereIs(next));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      setMoving(undefined);
      const hasMoved = step.byMinutes !== 0 || step.longer !== 0 || step.column !== step.from;
      announce(hasMoved ? t.calendar.dropped({ name, where: whereIs(step) }) : t.calendar.restored({ name }));
      if (hasMoved) intents.onChange(step.visit, movingVisit(columns, step, timeZone));
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      setMoving(undefined);
      announce(t.calendar.restored({ name }));
      const back = keyOf(columns, { ...step, column: step.from, byMinutes: 0 }, timeZone);
      setAt(back);
      if (event.key === 'Escape') focusStop(box.current, back);
    } else if (event.key === ' ') {
      // It would open the visit that is being held.
      event.preventDefault();
    }
  }

  return (event: KeyboardEvent) => {
    if (moving !== undefined) return move(event, moving);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-stop]')?.dataset.stop : undefined;
    const stop = key === undefined ? undefined : options.stopOf(key);
    if (stop === undefined) return;
    if (ARROWS.has(event.key)) {
      event.preventDefault();
      const next = neighbour(options.lanes, stop.key, event.key as Arrow);
      if (next !== undefined) options.goTo(next.key);
      return;
    }
    const column = columns.findIndex((one) => stop.key.endsWith(one.key));
    if (stop.kind === 'piece' && event.key.toLowerCase() === 'm') {
      if (isOver(stop.piece.visit)) return announce(t.calendar.cannotMove);
      setMoving(startMoving(stop.piece, column));
      announce(t.calendar.moving({ name: words.name(stop.piece.visit) }));
    } else if (stop.kind === 'free' && event.key.toLowerCase() === 'b') {
      const time: TimeOf = { staffId: columns[column]?.whose.id ?? '', start: stop.start, end: stop.end };
      intents.onBlock(time);
    }
  };
}

/** The stop of the piece that is held, where it now lies. */
function keyOf(columns: readonly Column[], moving: Moving, timeZone: string): string {
  const column = columns[moving.column];
  const visit = movingVisit(columns, moving, timeZone);
  return `${visit.id} ${column?.whose.id}${column?.key}`;
}

import { wallTime } from '@salon/domain/time/wall-clock';
import { type PointerEvent as ReactPointerEvent, type RefObject, useEffect } from 'react';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { instantAt, minuteOf } from './axis.ts';
import { type Column, canTake } from './columns.ts';
import { dragEdge, dragPiece } from './drag-piece.ts';
import { drawStretch } from './draw-stretch.ts';
import { followDrag, holdStill } from './gesture.ts';
import type { Intents } from './intents.ts';
import { shiftOf } from './keyboard-move.ts';
import { movedVisit, shortestBy } from './moved-visit.ts';
import { STEP } from './snap.ts';
import type { Stop } from './stops.ts';

/** What a pointer put down in the calendar may begin: moving a visit, making it longer, or drawing a new one. */
export function usePointer(options: {
  readonly columns: readonly Column[];
  readonly stopOf: (key: string) => Stop | undefined;
  readonly intents: Intents;
  readonly timeZone: string;
  readonly box: RefObject<HTMLElement | null>;
}) {
  const { f } = useDeskSpeech();
  const { columns, intents, timeZone, box: boxRef } = options;
  useEffect(() => (boxRef.current === null ? undefined : holdStill(boxRef.current)), [boxRef]);
  const clock = (at: number) => f.clock(wallTime(timeZone, at).time);

  return (event: ReactPointerEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const box = boxRef.current;
    const own = target?.closest<HTMLElement>('[data-column]');
    const index = columns.findIndex(({ key }) => key === own?.dataset.column);
    const column = columns[index];
    if (event.button !== 0 || !event.isPrimary || !box || !own || !column) return;
    const block = target?.closest<HTMLElement>('[data-stop]');
    const stop = block?.dataset.stop === undefined ? undefined : options.stopOf(block.dataset.stop);
    const clockAt = (at: number, minute: number) => {
      const axis = columns[at]?.axis;
      return axis === undefined ? '' : clock(instantAt(axis, minute));
    };

    if (stop?.kind === 'piece') {
      if (!block || block.dataset.over !== undefined) return;
      const { piece } = stop;
      const change = (move: { column?: number; byMinutes?: number; longer?: number }) => {
        const whole = { pieceStart: piece.start, from: index, column: index, byMinutes: 0, longer: 0, ...move };
        const shift = shiftOf(columns, whole);
        if (shift !== undefined) intents.onChange(piece.visit, movedVisit(piece.visit, shift, timeZone));
      };
      if (target?.closest('.calendar-grip')) {
        if (column.whose.kind !== 'staff') return;
        const least = shortestBy(piece.visit, column.whose.id, STEP);
        return followDrag(
          box,
          event.nativeEvent,
          dragEdge({ block }, least, (longer) => change({ longer })),
        );
      }
      const from = minuteOf(column.axis, piece.start);
      const canGoTo = (to: number) => columns[to] !== undefined && canTake(column.whose, columns[to].whose);
      const held = { box, block, visitId: piece.visit.id, column: index, from, canGoTo, clockAt };
      return followDrag(box, event.nativeEvent, dragPiece(held, change));
    }

    if (stop?.kind === 'off' || column.whose.kind !== 'staff') return;
    const told = ({ start, end }: { start: number; end: number }) => `${clockAt(index, start)}–${clockAt(index, end)}`;
    const draw = drawStretch(own, told, ({ start, end }) => {
      intents.onCreate({
        staffId: column.whose.id,
        start: instantAt(column.axis, start),
        end: instantAt(column.axis, end),
      });
    });
    followDrag(box, event.nativeEvent, draw);
  };
}

import { MINUTE } from '@salon/domain/time/interval';
import { type CSSProperties, type MouseEvent, useMemo, useRef } from 'react';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { instantAt, minuteOf, sameHours } from './axis.ts';
import type { Column } from './columns.ts';
import { DayColumn } from './DayColumn.tsx';
import { GridHead, type Heads } from './GridHead.tsx';
import { HourMarks } from './HourMarks.tsx';
import type { Intents } from './intents.ts';
import type { Moving } from './keyboard-move.ts';
import { snapTap } from './snap.ts';
import { type Lane, type Stop, stopsOf } from './stops.ts';
import { useKeptView } from './use-kept-view.ts';
import { useKeys } from './use-keys.ts';
import { usePointer } from './use-pointer.ts';
import { useWalk } from './use-walk.ts';
import { type Status, ZOOMS } from './view-state.ts';

const NEW_MINUTES = 30;

/** Days side by side on one line of time: who is taken when, and where free time is. */
export function Grid(props: {
  readonly columns: readonly Column[];
  readonly heads: Heads;
  readonly tintOf: (column: Column) => string;
  /** A step of `ZOOMS`. */
  readonly zoom: number;
  readonly now: number;
  readonly selected: string | null;
  readonly statuses: readonly Status[];
  readonly moving: Moving | undefined;
  readonly setMoving: (moving: Moving | undefined) => void;
  readonly intents: Intents;
}) {
  const { t } = useDeskSpeech();
  const box = useRef<HTMLDivElement>(null);
  const { columns, zoom, moving, setMoving, intents, now } = props;
  const perMinute = ZOOMS[zoom] ?? 1;
  const lanes = useMemo(
    (): readonly Lane[] => columns.map((column) => ({ start: column.axis.start, stops: stopsOf(column) })),
    [columns],
  );
  const stops = useMemo(() => new Map(lanes.flatMap((lane) => lane.stops.map((stop) => [stop.key, stop]))), [lanes]);
  const stopOf = (key: string): Stop | undefined => stops.get(key);
  const { entry, setAt, goTo } = useWalk(box, lanes, now);
  const axis = columns[0]?.axis;
  const timeZone = axis?.timeZone ?? 'UTC';
  useKeptView(box, axis, perMinute, now);
  const onPointerDown = usePointer({ columns, stopOf, intents, timeZone, box });
  const onKeyDown = useKeys({ box, columns, lanes, stopOf, goTo, setAt, moving, setMoving, intents, timeZone });

  function onClick({ target, clientY }: MouseEvent): void {
    if (!(target instanceof Element) || moving !== undefined) return;
    const key = target.closest<HTMLElement>('[data-stop]')?.dataset.stop;
    const stop = key === undefined ? undefined : stopOf(key);
    if (stop !== undefined) setAt(stop.key);
    if (stop?.kind === 'piece') intents.onOpen(stop.piece.visit.id);
    else if (stop?.kind === 'off') intents.onOpenTimeOff(stop.off.timeOff.id);
    else putAt(target, clientY, stop);
  }

  /** A tap on free time, or beside everything: a visit from there on. */
  function putAt(target: Element, clientY: number, gap: Stop | undefined): void {
    const own = target.closest<HTMLElement>('[data-column]');
    const column = columns.find((one) => one.key === own?.dataset.column);
    if (!own || column?.whose.kind !== 'staff') return;
    const staffId = column.whose.id;
    // By keyboard there is no point in it: all of it is meant.
    if (gap !== undefined && target.closest('button')) {
      intents.onCreate({ staffId, start: gap.start, end: gap.end });
      return;
    }
    const minute = (clientY - own.getBoundingClientRect().top) / perMinute;
    const from = gap === undefined ? undefined : { start: minuteOf(column.axis, gap.start) };
    const start = instantAt(column.axis, snapTap(minute, from));
    intents.onCreate({ staffId, start, end: gap?.end ?? start + NEW_MINUTES * MINUTE });
  }

  const style = { '--ppm': perMinute, '--columns': columns.length };
  return (
    <section
      ref={box}
      aria-label={t.calendar.title}
      data-zoom={zoom}
      className="calendar-grid min-h-0 flex-1"
      style={style as CSSProperties}
      onPointerDown={onPointerDown}
      onClick={onClick}
      onKeyDown={onKeyDown}
      onContextMenu={(event) =>
        event.nativeEvent instanceof PointerEvent && event.nativeEvent.pointerType === 'touch' && event.preventDefault()
      }
      onDragStart={(event) => event.preventDefault()}
    >
      <p id="calendar-help" className="sr-only">
        {t.calendar.help}
      </p>
      <p id="calendar-help-free" className="sr-only">
        {t.calendar.helpFree}
      </p>
      <GridHead columns={columns} heads={props.heads} tintOf={props.tintOf} />
      <div className="calendar-row">
        {axis ? <HourMarks axis={axis} /> : null}
        {columns.map((column) => (
          <DayColumn
            key={column.key}
            column={column}
            label={props.heads.labelOf(column)}
            tint={props.tintOf(column)}
            entry={entry?.endsWith(column.key) ? entry : undefined}
            selected={
              column.pieces.some(({ visit }) => visit.id === props.selected) ? (props.selected ?? undefined) : undefined
            }
            statuses={props.statuses}
            ownHours={axis !== undefined && !sameHours(axis, column.axis)}
          />
        ))}
      </div>
    </section>
  );
}

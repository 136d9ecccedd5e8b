import type { Interval } from '@salon/domain/time/interval';
import { type CSSProperties, memo, useMemo } from 'react';
import { classes } from '../../ui/classes.ts';
import { type Axis, minuteOf, minutesOf } from './axis.ts';
import type { Column } from './columns.ts';
import { FreeBlock } from './FreeBlock.tsx';
import { HourMarks } from './HourMarks.tsx';
import { NowLine } from './NowLine.tsx';
import { OffBlock } from './OffBlock.tsx';
import { placesOf } from './places.ts';
import { stopsOf } from './stops.ts';
import { VisitBlock } from './VisitBlock.tsx';
import type { Status } from './view-state.ts';

const ALONE = { track: 0, tracks: 1, depth: 0 };

/** One day of somebody: what is closed behind, and in front all there is, in the order in which it happens. */
export const DayColumn = memo(function DayColumn(props: {
  readonly column: Column;
  readonly label: string;
  readonly tint: string;
  /** The stop at which one enters with Tab, if it lies here. */
  readonly entry: string | undefined;
  /** The visit that is looked at, if it lies here. */
  readonly selected: string | undefined;
  /** Those drawn fully; empty: all. */
  readonly statuses: readonly Status[];
  /** Its hours lie elsewhere than those at the edge, so it has its own. */
  readonly ownHours: boolean;
}) {
  const { column, entry, selected, statuses } = props;
  const { axis, pieces } = column;
  const stops = useMemo(() => stopsOf(column), [column]);
  const places = useMemo(() => placesOf(pieces), [pieces]);
  const depthOf = (gap: Interval) =>
    pieces.reduce(
      (depth, { key, start, end }) =>
        start < gap.end && gap.start < end ? Math.max(depth, (places.get(key)?.depth ?? 0) + 1) : depth,
      0,
    );
  return (
    <div
      data-column={column.key}
      className="calendar-column calendar-tint"
      style={{ '--staff': props.tint, '--minutes': axis.minutes } as CSSProperties}
    >
      {column.closed.map((span) => (
        <Shade key={span.start} axis={axis} span={span} />
      ))}
      {column.closures.map((span) => (
        <Shade key={span.start} axis={axis} span={span} name={span.name} />
      ))}
      {props.ownHours ? <HourMarks axis={axis} within /> : null}
      <ul aria-label={props.label}>
        {stops.map((stop) => {
          const isEntry = stop.key === entry;
          if (stop.kind === 'free') {
            return (
              <FreeBlock
                key={stop.key}
                stop={stop.key}
                gap={stop}
                axis={axis}
                depth={depthOf(stop)}
                isEntry={isEntry}
              />
            );
          }
          if (stop.kind === 'off') {
            return <OffBlock key={stop.key} stop={stop.key} off={stop.off} axis={axis} isEntry={isEntry} />;
          }
          const { piece } = stop;
          return (
            <VisitBlock
              key={stop.key}
              stop={stop.key}
              piece={piece}
              axis={axis}
              {...(places.get(piece.key) ?? ALONE)}
              isEntry={isEntry}
              isOutside={column.outside.has(piece.key)}
              isSelected={piece.visit.id === selected}
              isFaint={statuses.length > 0 && !statuses.some((status) => status === piece.visit.status)}
            />
          );
        })}
      </ul>
      <NowLine axis={axis} />
    </div>
  );
});

function Shade({ axis, span, name }: { readonly axis: Axis; readonly span: Interval; readonly name?: string }) {
  const style = { '--t': minuteOf(axis, span.start), '--d': minutesOf(span) };
  return (
    <div
      className={classes('calendar-shade', name !== undefined && 'is-closure text-small')}
      style={style as CSSProperties}
    >
      {name === undefined ? null : <span className="calendar-kept-words">{name}</span>}
    </div>
  );
}

import { type CSSProperties, memo } from 'react';
import { classes } from '../../ui/classes.ts';
import { type Axis, minuteOf, minutesOf } from './axis.ts';
import { Marks } from './Marks.tsx';
import { isOver } from './moved-visit.ts';
import { busyOf, type Piece, type Stretch } from './piece.ts';
import { ZOOMS } from './view-state.ts';
import { useBlockWords } from './words-context.ts';

const FREE: ReadonlySet<Stretch['kind']> = new Set(['processing', 'elsewhere']);

/** Less high, a stretch has room for one line only. */
const TWO_LINES_PX = 35;

/** The steps of the zoom at which a stretch has one line; names come first then. */
const zoomsOfOneLine = (stretch: Stretch) =>
  ZOOMS.flatMap((perMinute, zoom) => (minutesOf(stretch) * perMinute < TWO_LINES_PX ? [zoom] : [])).join(' ');

/**
 * A visit in a column: what keeps her busy is solid, where her hands are free it is open but for a hatched rail, and what
 * lies there can be seen and reached.
 */
export const VisitBlock = memo(function VisitBlock(props: {
  readonly stop: string;
  readonly piece: Piece;
  readonly axis: Axis;
  readonly track: number;
  readonly tracks: number;
  readonly depth: number;
  readonly isEntry: boolean;
  readonly isSelected: boolean;
  readonly isFaint: boolean;
  readonly isOutside: boolean;
}) {
  const words = useBlockWords();
  const { piece, axis, stop, track, tracks, depth } = props;
  const { visit, stretches, start } = piece;
  const from = minuteOf(axis, start);
  const minutes = minutesOf(piece);
  const over = isOver(visit);
  const first = stretches.findIndex(({ kind }) => !FREE.has(kind));
  const style = { '--t': from, '--d': minutes, '--track': track, '--tracks': tracks, '--depth': depth };
  return (
    <li
      data-stop={stop}
      data-visit={visit.id}
      data-status={visit.status}
      {...(over ? { 'data-over': true } : {})}
      className={classes(
        'calendar-stop calendar-visit',
        busyOf(piece).length > 1 && 'has-hole',
        props.isSelected && 'is-selected',
        props.isFaint && 'is-faint',
      )}
      style={style as CSSProperties}
    >
      <button
        type="button"
        tabIndex={props.isEntry ? 0 : -1}
        aria-label={words.piece(piece, props.isOutside)}
        aria-describedby="calendar-help"
        {...(props.isSelected ? { 'aria-current': 'true' as const } : {})}
      />
      {stretches.map((one, index) => (
        <span
          key={`${one.kind} ${one.start} ${one.service}`}
          aria-hidden
          className={classes('calendar-stretch', one.kind !== 'work' && `is-${one.kind}`)}
          data-line={zoomsOfOneLine(one)}
          style={{ '--o': minuteOf(axis, one.start) - from, '--m': minutesOf(one) } as CSSProperties}
        >
          {FREE.has(one.kind) || one.kind === 'buffer' ? null : (
            <span className="calendar-words">
              {index === first ? (
                <>
                  <Marks visit={visit} outside={props.isOutside} />
                  <span className="calendar-time numbers">{words.clock(start)}</span>{' '}
                  <b className="calendar-name font-semibold">{words.name(visit)}</b>{' '}
                </>
              ) : null}
              <span className="calendar-service">{one.service}</span>
              {index === first && props.isOutside ? <span className="calendar-outside">{words.outside}</span> : null}
            </span>
          )}
        </span>
      ))}
      {over ? null : <span aria-hidden className="calendar-grip" />}
    </li>
  );
});

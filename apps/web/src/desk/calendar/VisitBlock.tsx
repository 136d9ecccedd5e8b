import { type CSSProperties, memo } from 'react';
import { classes } from '../../ui/classes.ts';
import { type Axis, minuteOf } from './axis.ts';
import { Marks } from './Marks.tsx';
import { busyOf, type Piece, type Stretch } from './piece.ts';
import { ZOOMS } from './view-state.ts';
import { useBlockWords } from './words-context.ts';

const FREE: ReadonlySet<Stretch['kind']> = new Set(['processing', 'elsewhere']);
/** Whoever has gone or never came is moved no more. */
const OVER: ReadonlySet<string> = new Set(['done', 'no_show']);

/** Less high, a stretch has room for one line only. */
const TWO_LINES_PX = 35;

/** The steps of the zoom at which a stretch has one line; names come first then. */
const zoomsOfOneLine = ({ start, end }: Stretch) =>
  ZOOMS.flatMap((perMinute, zoom) => (((end - start) / 60_000) * perMinute < TWO_LINES_PX ? [zoom] : [])).join(' ');

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
}) {
  const words = useBlockWords();
  const { piece, axis, stop, track, tracks, depth } = props;
  const { visit, stretches, start, end } = piece;
  const from = minuteOf(axis, start);
  const minutes = (end - start) / 60_000;
  const isOver = OVER.has(visit.status);
  const first = stretches.findIndex(({ kind }) => !FREE.has(kind));
  const style = { '--t': from, '--d': minutes, '--track': track, '--tracks': tracks, '--depth': depth };
  return (
    <li
      data-stop={stop}
      data-visit={visit.id}
      data-status={visit.status}
      {...(isOver ? { 'data-over': true } : {})}
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
        aria-label={words.piece(piece)}
        aria-describedby="calendar-help"
        {...(props.isSelected ? { 'aria-current': 'true' as const } : {})}
      />
      {stretches.map((one, index) => (
        <span
          key={`${one.kind} ${one.start} ${one.service}`}
          aria-hidden
          className={classes('calendar-stretch', one.kind !== 'work' && `is-${one.kind}`)}
          data-line={zoomsOfOneLine(one)}
          style={{ '--o': (one.start - start) / 60_000, '--m': (one.end - one.start) / 60_000 } as CSSProperties}
        >
          {FREE.has(one.kind) || one.kind === 'buffer' ? null : (
            <span className="calendar-words">
              {index === first ? (
                <>
                  <Marks visit={visit} />
                  <span className="calendar-time numbers">{words.clock(start)}</span>{' '}
                  <b className="calendar-name font-semibold">{words.name(visit)}</b>{' '}
                </>
              ) : null}
              <span className="calendar-service">{one.service}</span>
            </span>
          )}
        </span>
      ))}
      {isOver ? null : <span aria-hidden className="calendar-grip" />}
    </li>
  );
});

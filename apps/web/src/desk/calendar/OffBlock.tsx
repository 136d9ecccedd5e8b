import type { CSSProperties } from 'react';
import { type Axis, minuteOf, minutesOf } from './axis.ts';
import type { Off } from './columns.ts';
import { useBlockWords } from './words-context.ts';

/** Time off, a break, or time that was blocked. */
export function OffBlock(props: {
  readonly stop: string;
  readonly off: Off;
  readonly axis: Axis;
  readonly isEntry: boolean;
}) {
  const words = useBlockWords();
  const { off, axis, stop } = props;
  const style = { '--t': minuteOf(axis, off.start), '--d': minutesOf(off) };
  return (
    <li data-stop={stop} className="calendar-stop calendar-off" style={style as CSSProperties}>
      <button type="button" tabIndex={props.isEntry ? 0 : -1} aria-label={words.off(off)} />
      <span aria-hidden className="calendar-off-words calendar-kept-words">
        {words.offReason(off)}
      </span>
    </li>
  );
}

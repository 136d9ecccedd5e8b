import type { Interval } from '@salon/domain/time/interval';
import { Plus } from 'lucide-react';
import type { CSSProperties } from 'react';
import { type Axis, minuteOf, minutesOf } from './axis.ts';
import { useBlockWords } from './words-context.ts';

/** Free time that could be sold: light, and a visit can be put into it. */
export function FreeBlock(props: {
  readonly stop: string;
  readonly gap: Interval;
  readonly axis: Axis;
  /** Steps in, where it lies in the free stretch of a visit. */
  readonly depth: number;
  readonly isEntry: boolean;
}) {
  const words = useBlockWords();
  const { gap, axis, stop, depth } = props;
  const style = { '--t': minuteOf(axis, gap.start), '--d': minutesOf(gap), '--depth': depth };
  return (
    <li data-stop={stop} className="calendar-stop calendar-free" style={style as CSSProperties}>
      <button
        type="button"
        tabIndex={props.isEntry ? 0 : -1}
        aria-label={words.free(gap)}
        aria-describedby="calendar-help-free"
      />
      <span aria-hidden className="calendar-free-words numbers">
        <Plus className="-mt-0.5 inline size-3.5" /> {words.freeShort(gap)}
      </span>
    </li>
  );
}

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Axis } from './axis.ts';
import { minuteOf } from './axis.ts';

/** Keeps the time in the middle where it is when the zoom changes, and begins where the day is: now, or at its opening. */
export function useKeptView(
  box: RefObject<HTMLElement | null>,
  axis: Axis | undefined,
  perMinute: number,
  now: number,
) {
  const before = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    const view = box.current;
    if (view !== null && before.current !== undefined && before.current !== perMinute) {
      const middle = (view.scrollTop + view.clientHeight / 2) / before.current;
      view.scrollTop = middle * perMinute - view.clientHeight / 2;
    }
    before.current = perMinute;
  }, [box, perMinute]);

  const start = axis?.start;
  const isFirst = useRef(true);
  useEffect(() => {
    const view = box.current;
    if (view === null || axis === undefined || !isFirst.current) return;
    isFirst.current = false;
    const isToday = now >= axis.start && now < axis.end;
    // An hour of what has been, above what is; on other days from half an hour before the first opens.
    view.scrollTop = (isToday ? Math.max(0, minuteOf(axis, now) - 60) : 30) * perMinute;
  }, [box, start]);
}

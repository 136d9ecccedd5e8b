import type { CSSProperties } from 'react';
import { type Axis, minuteOf } from './axis.ts';
import { useNow } from './use-now.ts';

/** Where the day is now; nothing on other days. */
export function NowLine({ axis }: { readonly axis: Axis }) {
  const now = useNow(1);
  if (now < axis.start || now >= axis.end) return null;
  return <div aria-hidden className="calendar-now" style={{ '--t': minuteOf(axis, now) } as CSSProperties} />;
}

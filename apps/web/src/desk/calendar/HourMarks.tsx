import type { CSSProperties } from 'react';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import type { Axis } from './axis.ts';

/** The hours at the edge of the days; `within`: in a day whose clock is changed, and which has others than its neighbours. */
export function HourMarks({ axis, within = false }: { readonly axis: Axis; readonly within?: boolean }) {
  const { f } = useDeskSpeech();
  return (
    <div
      aria-hidden
      className={`calendar-hours numbers text-label ${within ? 'is-within' : ''}`}
      style={{ '--minutes': axis.minutes } as CSSProperties}
    >
      {axis.hours.map(({ minute, clock }) => (
        <span key={minute} style={{ '--t': minute } as CSSProperties}>
          {f.clock(clock)}
        </span>
      ))}
    </div>
  );
}

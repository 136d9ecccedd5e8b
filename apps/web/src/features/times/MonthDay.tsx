import type { CalendarDate } from '@internationalized/date';
import { useEffect, useRef } from 'react';
import { CalendarCell } from 'react-aria-components/Calendar';
import { useSpeech } from '../../i18n/Speech.tsx';
import { classes } from '../../ui/classes.ts';
import { type Day, fullness } from './day.ts';
import { FullnessMark } from './FullnessMark.tsx';

/** One day of the month: its number and how full it is, drawn, and read out after the date. */
export function MonthDay(props: {
  readonly date: CalendarDate;
  readonly day: Day | undefined;
  /** Whether several services are wanted at once. */
  readonly several: boolean;
}) {
  const { date, day } = props;
  const { t } = useSpeech();
  const cell = useRef<HTMLTableCellElement>(null);
  const full = day && fullness(day);
  const isNotTogether = full === 'closed' && props.several;
  const words = isNotTogether ? t.visit.notTogether.long : full && t.booking.fullness[full].long;
  useEffect(() => {
    // React Aria names its cells itself and takes no description for them.
    const named = cell.current?.closest('td')?.querySelector('[aria-label]');
    if (words) named?.setAttribute('aria-description', words);
    else named?.removeAttribute('aria-description');
  }, [words]);
  return (
    <CalendarCell
      ref={cell}
      date={date}
      className={classes(
        'flex h-13 w-full cursor-pointer flex-col items-center justify-center gap-1 rounded-card outline-none transition-colors hover:bg-sunken data-outside-month:hidden',
        'data-disabled:cursor-default data-disabled:text-soft data-disabled:opacity-50 data-selected:bg-accent data-selected:text-on-accent',
        'data-focus-visible:outline-3 data-focus-visible:outline-focus data-focus-visible:outline-offset-1',
        (full === 'closed' || full === 'full') && 'text-soft',
      )}
    >
      {({ formattedDate, isDisabled }) => (
        <>
          <span className="numbers font-semibold">{formattedDate}</span>
          {isDisabled ? <span className="h-1.5" /> : <FullnessMark fullness={full} />}
        </>
      )}
    </CalendarCell>
  );
}

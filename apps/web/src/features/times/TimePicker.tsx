import { CalendarDays } from 'lucide-react';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { part } from '../../app/part.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { addDays, type LocalDate } from '../../lib/dates.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { PlannedItem } from '../visit-plan/visit-plan.ts';
import type { Bounds } from './bookable-days.ts';
import { DayStrip } from './DayStrip.tsx';
import type { Slot } from './day.ts';
import { firstShown } from './first-shown.ts';
import { ShownDay } from './ShownDay.tsx';
import { isTooComplex, TimesProblem } from './TimesProblem.tsx';
import type { TimesSource } from './times.queries.ts';
import { useDays } from './use-days.ts';

const MonthCalendar = part(() => import('./MonthCalendar.tsx').then((m) => m.MonthCalendar));

/** What a strip shows before it knows how wide it is. */
const FIRST_LOOK = 13;

export type TimePickerProps = {
  readonly source: TimesSource;
  readonly bounds: Bounds;
  readonly salon: { readonly timezone: string; readonly city: string | null; readonly currency: string };
  /** Whether prices are the lowest they may come to. */
  readonly priceFrom: boolean;
  /** Who it is with, if with somebody in particular; says whose day is full. */
  readonly person?: string | undefined;
  /** Whether the times are for several services at once. */
  readonly several: boolean;
  /** How a visit of several services would go at a slot; absent while that is not known. */
  readonly planOf?: ((slot: Slot) => readonly PlannedItem[]) | undefined;
  /** What can be done when there are too many ways to combine the services. */
  readonly tooComplex: ReactNode;
  /** The day somebody chose; without one the first that has something free is shown. */
  readonly day: LocalDate | null;
  readonly at: string | null;
  readonly onDay: (day: LocalDate) => void;
  readonly hrefOf: (day: LocalDate, at: string) => string;
  /** What can be done when nothing is free at all. */
  readonly otherwise: ReactNode;
};

/** A day and a time: a strip of days, the month one tap away, the free times of the day that is chosen. */
export function TimePicker(props: TimePickerProps) {
  const { t, f } = useSpeech();
  const { bounds, source } = props;
  const [view, setView] = useState({ from: bounds.today, to: addDays(bounds.today, FIRST_LOOK) });
  const [month, setMonth] = useState(false);
  const asked = props.day !== null && props.day >= bounds.today && props.day <= bounds.last ? props.day : null;
  // Until a day is chosen the first free one is shown, which can be told only while what comes before it is known.
  const from = asked === null ? bounds.today : earlier(view.from, asked);
  const { days, error, retry } = useDays(source, bounds, from, later(view.to, asked));
  const shown = asked ?? firstShown(days, bounds);
  const day = shown === null ? undefined : days.get(shown);

  const count = asked === null ? undefined : day?.slots.length;
  useEffect(() => {
    if (asked !== null && count) announce(t.booking.timesFree({ n: count, day: f.fullDay(asked) }));
  }, [asked, count, t, f]);

  // Month and button are gone once they have been used: the day they led to takes over the focus.
  const heading = useRef<HTMLHeadingElement>(null);
  const [led, setLed] = useState(0);
  useEffect(() => {
    if (led > 0) heading.current?.focus({ preventScroll: true });
  }, [led]);
  const leadTo = (date: LocalDate | null) => {
    setMonth(false);
    setLed((times) => times + 1);
    if (date !== null) props.onDay(date);
  };

  if (days.size === 0 && isTooComplex(error)) return props.tooComplex;
  if (month) {
    return (
      <Suspense fallback={<Skeleton className="h-96 w-full" />}>
        <MonthCalendar
          source={source}
          bounds={bounds}
          several={props.several}
          chosen={shown}
          onChoose={leadTo}
          onClose={() => leadTo(null)}
          tooComplex={props.tooComplex}
          otherwise={props.otherwise}
        />
      </Suspense>
    );
  }
  return (
    <div className="space-y-6">
      <DayStrip
        bounds={bounds}
        days={days}
        several={props.several}
        chosen={shown}
        onChoose={props.onDay}
        onView={(from, to) => setView((now) => (now.from === from && now.to === to ? now : { from, to }))}
      >
        <Button look="plain" className="mx-0 whitespace-nowrap" onPress={() => setMonth(true)}>
          <CalendarDays aria-hidden className="size-5" />
          {t.booking.showMonth}
        </Button>
      </DayStrip>
      {error ? <TimesProblem error={error} retry={retry} tooComplex={props.tooComplex} /> : null}
      <ShownDay {...props} heading={heading} date={shown} known={day} failed={error !== null} onLead={leadTo} />
    </div>
  );
}

const earlier = (a: LocalDate, b: LocalDate) => (b < a ? b : a);
const later = (a: LocalDate, b: LocalDate | null) => (b !== null && b > a ? b : a);

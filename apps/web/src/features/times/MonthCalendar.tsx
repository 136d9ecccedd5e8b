import { type CalendarDate, parseDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar';
import { useSpeech } from '../../i18n/Speech.tsx';
import { addDays, type LocalDate } from '../../lib/dates.ts';
import { Button } from '../../ui/Button.tsx';
import type { Bounds } from './bookable-days.ts';
import type { Day } from './day.ts';
import { MonthDay } from './MonthDay.tsx';
import { NothingFree } from './NothingFree.tsx';
import { TimesProblem } from './TimesProblem.tsx';
import type { TimesSource } from './times.queries.ts';
import { useDays } from './use-days.ts';

const ARROW =
  'flex size-11 cursor-pointer items-center justify-center rounded-card text-accent-ink hover:bg-sunken data-disabled:cursor-default data-disabled:opacity-40';

/** A whole month, each day saying how full it is; one where nothing is left says so. */
export function MonthCalendar(props: {
  readonly source: TimesSource;
  readonly bounds: Bounds;
  readonly several: boolean;
  readonly chosen: LocalDate | null;
  readonly onChoose: (day: LocalDate) => void;
  readonly onClose: () => void;
  /** What can be done when there are too many ways to combine the services. */
  readonly tooComplex: ReactNode;
  readonly otherwise: ReactNode;
}) {
  const { t, f } = useSpeech();
  const { bounds, chosen, source } = props;
  const [focused, setFocused] = useState<CalendarDate>(() => parseDate(chosen ?? bounds.today));
  const first = focused.set({ day: 1 }).toString();
  const last = focused.set({ day: 31 }).toString();
  const from = within(bounds, first);
  const to = within(bounds, last);
  const { days, error, retry } = useDays(source, bounds, from, to);
  const known = monthOf(days, from, to);
  const nothing = known?.every(({ slots }) => slots.length === 0);
  return (
    <div className="space-y-4 rounded-card border border-line bg-surface p-3 tablet:p-5">
      <Calendar
        aria-label={t.booking.days}
        autoFocus
        firstDayOfWeek="mon"
        value={chosen === null ? null : parseDate(chosen)}
        focusedValue={focused}
        onFocusChange={setFocused}
        minValue={parseDate(bounds.today)}
        maxValue={parseDate(bounds.last)}
        onChange={(date) => props.onChoose(date.toString())}
        className="w-full"
      >
        <header className="flex items-center gap-1 pb-2">
          <AriaButton slot="previous" className={ARROW}>
            <ChevronLeft aria-hidden className="size-5" />
          </AriaButton>
          <CalendarHeading className="flex-1 text-center font-semibold" />
          <AriaButton slot="next" className={ARROW}>
            <ChevronRight aria-hidden className="size-5" />
          </AriaButton>
          <Button
            slot={null}
            look="plain"
            aria-label={t.booking.hideMonth}
            onPress={props.onClose}
            className="mx-0 w-11 px-0"
          >
            <X aria-hidden className="size-5" />
          </Button>
        </header>
        <CalendarGrid weekdayStyle="short" className="w-full table-fixed border-separate border-spacing-0.5">
          <CalendarGridHeader>
            {(name) => (
              <CalendarHeaderCell className="pb-1 text-small font-normal text-soft">{name}</CalendarHeaderCell>
            )}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => <MonthDay date={date} day={days.get(date.toString())} several={props.several} />}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
      {error ? <TimesProblem error={error} retry={retry} tooComplex={props.tooComplex} /> : null}
      {nothing ? (
        <NothingFree
          source={source}
          bounds={bounds}
          after={to}
          why={t.booking.fullMonth({ month: f.monthName(first) })}
          onChoose={props.onChoose}
          tooComplex={props.tooComplex}
          otherwise={props.otherwise}
        />
      ) : null}
    </div>
  );
}

/** The day itself, or the nearest that can be booked. */
function within({ today, last }: Bounds, date: LocalDate): LocalDate {
  if (date < today) return today;
  return date > last ? last : date;
}

/** The days of a stretch if all of them are known. */
function monthOf(days: ReadonlyMap<LocalDate, Day>, from: LocalDate, to: LocalDate): readonly Day[] | undefined {
  const found: Day[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const day = days.get(date);
    if (day === undefined) return undefined;
    found.push(day);
  }
  return found;
}

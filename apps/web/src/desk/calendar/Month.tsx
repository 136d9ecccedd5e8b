import type { MonthAnswer } from '@salon/contracts/desk/calendar';
import { CalendarCheck } from 'lucide-react';
import { Link } from 'wouter';
import type { LocalDate } from '../../lib/dates.ts';
import { classes } from '../../ui/classes.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** How full each day of a month is: a number, a bar, and where it leads to the day. */
export function Month(props: {
  readonly answer: MonthAnswer;
  readonly month: LocalDate;
  readonly today: LocalDate;
  readonly addressOf: (date: LocalDate) => string;
}) {
  const { t, f } = useDeskSpeech();
  const { days } = props.answer;
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
  const isOfMonth = (date: LocalDate) => date.slice(0, 7) === props.month.slice(0, 7);
  return (
    // Positioned, so that what only ears get scrolls in here with the rest and does not lengthen the page.
    <div className="relative min-h-0 flex-1 overflow-auto p-2 max-tablet:pb-20 tablet:p-4">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 px-1 pb-2 text-label text-soft desk:hidden">
        <span className="flex items-center gap-1">
          <CalendarCheck aria-hidden className="size-3.5" />
          {t.calendar.month.legend.visits}
        </span>
        <span className="flex items-center gap-1.5">
          <Bar percent={60} className="w-6" />
          {t.calendar.month.legend.full}
        </span>
      </p>
      <table
        aria-label={t.calendar.month.label({ month: f.month(props.month) })}
        className="h-full w-full table-fixed border-separate border-spacing-1"
      >
        <thead>
          <tr>
            {(weeks[0] ?? []).map(({ date }) => (
              <th key={date} scope="col" className="pb-1 font-normal text-small text-soft">
                {f.weekday(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks
            .filter((week) => week.some(({ date }) => isOfMonth(date)))
            .map((week) => (
              <tr key={week[0]?.date}>
                {week.map((day) => (
                  <td key={day.date} className="p-0">
                    <MonthDay
                      day={day}
                      isToday={day.date === props.today}
                      isOther={!isOfMonth(day.date)}
                      address={props.addressOf(day.date)}
                    />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many visits there are; where there is little room a picture that is explained above stands for the word. */
function CountOf({ visits }: { readonly visits: number }) {
  const { t } = useDeskSpeech();
  return (
    <>
      <span className="numbers flex items-center gap-0.5 text-label text-soft desk:hidden">
        <CalendarCheck className="size-3" />
        {visits}
      </span>
      <span className="numbers text-label text-soft max-desk:hidden">{t.calendar.visits({ n: visits })}</span>
    </>
  );
}

function Bar({ percent, className }: { readonly percent: number; readonly className?: string }) {
  return (
    <span
      aria-hidden
      className={classes('block h-1.5 overflow-hidden rounded-full bg-sunken outline outline-line', className)}
    >
      <span className="block h-full rounded-full bg-accent" style={{ width: `${percent}%` }} />
    </span>
  );
}

function MonthDay(props: {
  readonly day: MonthAnswer['days'][number];
  readonly isToday: boolean;
  readonly isOther: boolean;
  readonly address: string;
}) {
  const { t, f } = useDeskSpeech();
  const { date, visits, openMinutes, takenMinutes, closed } = props.day;
  const percent = openMinutes === 0 ? 0 : Math.min(100, Math.round((takenMinutes / openMinutes) * 100));
  const isClosed = closed || openMinutes === 0;
  const state = isClosed ? t.calendar.month.closed : t.calendar.month.full({ percent });
  return (
    <Link
      href={props.address}
      {...(props.isToday ? { 'aria-current': 'date' as const } : {})}
      className={classes(
        'flex h-full min-h-16 flex-col justify-between gap-1 rounded-card border p-1 hover:bg-sunken tablet:min-h-22 tablet:p-2.5',
        props.isToday ? 'border-accent' : props.isOther ? 'border-transparent text-soft' : 'border-line',
        isClosed ? 'bg-sunken' : props.isOther ? '' : 'bg-surface',
      )}
    >
      <span className="sr-only">
        {t.calendar.month.day({ day: f.fullDay(date), visits: t.calendar.visits({ n: visits }), state })}
      </span>
      <span aria-hidden className="flex items-baseline justify-between gap-x-1 max-desk:flex-col">
        <span className={classes('numbers', props.isToday && 'font-semibold text-accent-ink')}>
          {f.dayOfMonth(date)}
        </span>
        {visits > 0 ? <CountOf visits={visits} /> : null}
      </span>
      {isClosed ? (
        <span aria-hidden className="text-label text-soft">
          <span className="desk:hidden">{t.calendar.month.closedShort}</span>
          <span className="max-desk:hidden">{t.calendar.month.closed}</span>
        </span>
      ) : (
        <span aria-hidden className="space-y-1">
          <span className="numbers hidden text-label text-soft desk:block">{t.calendar.month.full({ percent })}</span>
          <Bar percent={percent} />
        </span>
      )}
    </Link>
  );
}

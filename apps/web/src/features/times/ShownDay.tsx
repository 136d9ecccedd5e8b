import type { Ref } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import type { LocalDate } from '../../lib/dates.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { type Day, fullness } from './day.ts';
import { NothingFree } from './NothingFree.tsx';
import { OtherZone } from './OtherZone.tsx';
import type { TimePickerProps } from './TimePicker.tsx';
import { TimesOfDay } from './TimesOfDay.tsx';

/** The day that is looked at: its free times, or why there are none; while they are on their way, their place. */
export function ShownDay(
  props: TimePickerProps & {
    readonly heading: Ref<HTMLHeadingElement>;
    readonly date: LocalDate | null;
    readonly known: Day | undefined;
    readonly failed: boolean;
    readonly onLead: (day: LocalDate) => void;
  },
) {
  const { t, f } = useSpeech();
  const { date, known: day, bounds, salon } = props;
  if (props.failed && day === undefined) return null;
  if (date === null) return <TimesPlace />;
  const name = f.dayOfYear(date);
  return (
    <section aria-labelledby="shown-day" className="space-y-4">
      <h2 id="shown-day" ref={props.heading} tabIndex={-1} className="font-semibold">
        {date === bounds.today ? `${t.booking.today}, ${name}` : name}
      </h2>
      {day === undefined ? <TimesPlace /> : null}
      {day && day.slots.length === 0 ? (
        <NothingFree
          source={props.source}
          bounds={bounds}
          after={date}
          why={why(fullness(day) === 'full')}
          onChoose={props.onLead}
          tooComplex={props.tooComplex}
          otherwise={props.otherwise}
        />
      ) : null}
      {day?.slots[0] ? (
        <>
          <OtherZone at={day.slots[0].startsAt} timezone={salon.timezone} city={salon.city} />
          <TimesOfDay
            day={day}
            salon={salon}
            priceFrom={props.priceFrom}
            planOf={props.several ? props.planOf : undefined}
            at={date === props.day ? props.at : null}
            hrefOf={(at) => props.hrefOf(date, at)}
          />
        </>
      ) : null}
    </section>
  );

  function why(full: boolean): string {
    const { person, several } = props;
    if (several) return full ? t.visit.fullDay({ day: name }) : t.visit.closedDay({ day: name });
    if (person === undefined) return full ? t.booking.fullDay({ day: name }) : t.booking.closedDay({ day: name });
    const who = { day: name, name: person };
    return full ? t.booking.fullDayFor(who) : t.booking.closedDayFor(who);
  }
}

function TimesPlace() {
  const { t } = useSpeech();
  return (
    <div role="status" className="grid grid-cols-[repeat(auto-fill,minmax(5rem,1fr))] gap-2">
      <span className="sr-only">{t.shell.loading}</span>
      {Array.from({ length: 12 }, (_, index) => index).map((index) => (
        <Skeleton key={index} className="h-12" />
      ))}
    </div>
  );
}

import { DateField } from '../../ui/DateField.tsx';
import { Select } from '../../ui/Select.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import type { useSomeDays } from './some-days.ts';
import { clockOf, minutesOfDay } from './time-of-day.ts';

/** From which day to which, and from when to when where it is only a part of the day. */
export function SomeDaysFields(props: {
  readonly days: ReturnType<typeof useSomeDays>;
  readonly min: string | undefined;
  /** Whether what is wrong is said: not before somebody tried to send it. */
  readonly tried: boolean;
}) {
  const { t, f } = useDeskSpeech();
  const { days, min, tried } = props;
  const { typed, put } = days;
  const wrong: Partial<typeof days.wrong> = tried ? days.wrong : {};
  const options = (known: number) =>
    minutesOfDay(known).map((minute) => ({ value: String(minute), text: f.clock(clockOf(minute)) }));
  return (
    <>
      <div className="grid gap-4 tablet:grid-cols-2">
        <DateField
          label={t.setUp.firstDate}
          value={typed.first}
          onChange={(first) => put({ first })}
          min={min}
          error={wrong.first}
        />
        {days.isOneDay ? null : (
          <DateField
            label={t.setUp.lastDate}
            value={typed.last}
            onChange={(last) => put({ last })}
            min={typed.first ?? min}
            error={wrong.last}
          />
        )}
      </div>
      <Switch label={t.setUp.partOfDay} on={typed.part} onChange={(part) => put({ part })} />
      {typed.part ? (
        <div className="grid grid-cols-2 gap-4">
          <Select
            label={t.setUp.fromTime}
            value={String(typed.startMinute)}
            options={options(typed.startMinute)}
            onChange={(value) => put({ startMinute: Number(value) })}
          />
          <Select
            label={t.setUp.toTime}
            value={String(typed.endMinute)}
            options={options(typed.endMinute)}
            onChange={(value) => put({ endMinute: Number(value) })}
            error={wrong.end}
          />
        </div>
      ) : null}
    </>
  );
}

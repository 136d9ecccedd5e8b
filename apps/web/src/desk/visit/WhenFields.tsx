import { resolveStart } from '@salon/domain/time/wall-clock';
import { useState } from 'react';
import { wallClock } from '../../lib/dates.ts';
import { DateField } from '../../ui/DateField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';

/** A day and a time of the salon's clock. A time that does not exist on that day is said, and not taken. */
export function WhenFields(props: {
  readonly at: number;
  readonly onChange: (at: number) => void;
  readonly labels?: { readonly date: string; readonly time: string };
}) {
  const { t } = useDeskSpeech();
  const { timezone } = useDesk().salon;
  const { date, time } = wallClock(timezone, props.at);
  const [wrong, setWrong] = useState(false);
  const { date: dateLabel, time: timeLabel } = props.labels ?? t.visit.form;
  const choose = (day: string | null, clock: string | null) => {
    const at = day && clock ? resolveStart(timezone, day, clock) : undefined;
    setWrong(day !== null && clock !== null && at === undefined);
    if (at !== undefined) props.onChange(at);
  };
  return (
    <div className="flex gap-3">
      <DateField label={dateLabel} value={date} onChange={(day) => choose(day, time)} className="min-w-0 flex-1" />
      <TimeField
        label={timeLabel}
        value={time}
        onChange={(clock) => choose(date, clock)}
        error={wrong ? t.visit.form.noSuchTime : undefined}
        className="w-32"
      />
    </div>
  );
}

import type { ExceptionDay } from '@salon/contracts/desk/team';
import { CalendarDays } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDraft } from '../set-up/drafts.ts';
import { focusWrong } from '../set-up/focus-wrong.ts';
import { SaveFoot } from '../set-up/SaveFoot.tsx';
import { SpanFields } from '../set-up/SpanFields.tsx';
import { wrongSpan } from '../set-up/time-of-day.ts';
import { type StaffFormProps, useStaffSaving } from './use-staff-saving.ts';

/** Dates on which other hours hold than in the week. */
export function OtherDays({ staff, today }: StaffFormProps) {
  const { t, f } = useDeskSpeech();
  const draft = useDraft<ExceptionDay[]>(`staff ${staff.id} days`, staff.exceptions);
  const saving = useStaffSaving(staff, draft.drop);
  const [date, setDate] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const days = draft.value;
  const isNew = date !== null && date >= today && !days.some((day) => day.date === date);
  const add = () => {
    if (!isNew) return;
    draft.set([...days, { date, spans: [] }].sort((a, b) => a.date.localeCompare(b.date)));
    setDate(null);
  };
  return (
    <Panel title={t.team.days} description={t.team.daysMore}>
      <div className="flex flex-wrap items-end gap-3">
        <DateField className="w-52" label={t.team.addDayDate} value={date} onChange={setDate} min={today} />
        <Button look="soft" onPress={add} isDisabled={!isNew}>
          {t.team.addDay}
        </Button>
      </div>
      {days.length === 0 ? <EmptyState icon={CalendarDays} title={t.team.daysEmpty} /> : null}
      <ul ref={list} className="divide-y divide-line">
        {days.map(({ date: day, spans }) => (
          <li key={day} className="grid gap-x-4 py-2 tablet:grid-cols-[14rem_1fr]">
            <p className="flex min-h-11 items-center self-start font-semibold">{f.day(day)}</p>
            <div>
              <SpanFields
                label={f.day(day)}
                spans={spans}
                none={t.team.dayOff}
                onChange={(next) => draft.set(days.map((one) => (one.date === day ? { date: day, spans: next } : one)))}
              />
              <Button
                look="plain"
                className="text-small"
                aria-label={t.team.removeDay({ date: f.day(day) })}
                onPress={() => draft.set(days.filter((one) => one.date !== day))}
              >
                {t.team.asInWeek}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <SaveFoot
        saving={saving}
        isDirty={draft.isDirty}
        onDrop={draft.drop}
        onSave={() => {
          if (days.some((day) => wrongSpan(day.spans) !== undefined)) focusWrong(list.current);
          else saving.save({ exceptions: days });
        }}
      />
    </Panel>
  );
}

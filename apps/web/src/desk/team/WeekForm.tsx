import { useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDraft } from '../set-up/drafts.ts';
import { focusWrong } from '../set-up/focus-wrong.ts';
import { SaveFoot } from '../set-up/SaveFoot.tsx';
import { SpanFields } from '../set-up/SpanFields.tsx';
import { wrongSpan } from '../set-up/time-of-day.ts';
import { type StaffFormProps, useStaffSaving } from './use-staff-saving.ts';
import { clashingWeek, EMPTY_WEEK, stretchesOf, type WeekPlan, weeksOf } from './week-plan.ts';

/** The week somebody works, and other weeks for later. */
export function WeekForm({ staff }: StaffFormProps) {
  const { t } = useDeskSpeech();
  const known = weeksOf(staff.weekly);
  const draft = useDraft<WeekPlan[]>(`staff ${staff.id} week`, known);
  const saving = useStaffSaving(staff, draft.drop);
  const box = useRef<HTMLDivElement>(null);
  const weeks = draft.value;
  const clashing = clashingWeek(weeks);
  const put = (index: number, changed: Partial<WeekPlan>) =>
    draft.set(weeks.map((week, at) => (at === index ? { ...week, ...changed } : week)));
  const isWrong =
    clashing !== undefined || weeks.some(({ days }) => days.some((spans) => wrongSpan(spans) !== undefined));
  return (
    <div ref={box} className="space-y-6">
      {weeks.map((week, index) => (
        <Panel
          key={index}
          title={t.team.plan}
          description={t.team.planMore}
          actions={
            weeks.length > 1 ? (
              <Button look="plain" onPress={() => draft.set(weeks.filter((_, at) => at !== index))}>
                {t.team.removePlan}
              </Button>
            ) : null
          }
        >
          {weeks.length > 1 || week.validFrom || week.validUntil ? (
            <Validity week={week} isClashing={index === clashing} onChange={(changed) => put(index, changed)} />
          ) : null}
          <Days days={week.days} onChange={(days) => put(index, { days })} />
        </Panel>
      ))}
      <Button look="soft" onPress={() => draft.set([...weeks, { ...(weeks.at(-1) ?? EMPTY_WEEK), validFrom: null }])}>
        {t.team.addPlan}
      </Button>
      <SaveFoot
        saving={saving}
        isDirty={draft.isDirty}
        onDrop={draft.drop}
        onSave={() => {
          if (isWrong) focusWrong(box.current);
          else saving.save({ weekly: stretchesOf(weeks) });
        }}
      />
    </div>
  );
}

function Validity({
  week,
  isClashing,
  onChange,
}: {
  readonly week: WeekPlan;
  /** Whether another week holds on the same dates. */
  readonly isClashing: boolean;
  readonly onChange: (changed: Partial<WeekPlan>) => void;
}) {
  const { t } = useDeskSpeech();
  return (
    <div {...(isClashing ? { 'data-invalid': true } : {})}>
      <div className="flex flex-wrap items-end gap-3">
        <DateField
          className="w-48"
          label={t.team.planFrom}
          hint={t.shell.optional}
          value={week.validFrom}
          onChange={(validFrom) => onChange({ validFrom })}
        />
        <DateField
          className="w-48"
          label={t.team.planUntil}
          hint={t.shell.optional}
          value={week.validUntil}
          onChange={(validUntil) => onChange({ validUntil })}
        />
        {week.validFrom || week.validUntil ? (
          <Button look="plain" onPress={() => onChange({ validFrom: null, validUntil: null })}>
            {t.team.planAlways}
          </Button>
        ) : null}
      </div>
      {isClashing ? (
        <p role="alert" className="mt-2 font-semibold text-wrong">
          {t.team.weeksClash}
        </p>
      ) : null}
    </div>
  );
}

function Days({
  days,
  onChange,
}: {
  readonly days: WeekPlan['days'];
  readonly onChange: (days: WeekPlan['days']) => void;
}) {
  const { t } = useDeskSpeech();
  const copy = (spans: WeekPlan['days'][number]) => onChange(days.map((one) => (one.length > 0 ? spans : one)));
  return (
    <ul className="divide-y divide-line">
      {days.map((spans, day) => {
        const name = t.setUp.weekdays[day] ?? '';
        return (
          <li key={day} className="grid gap-x-4 py-2 tablet:grid-cols-[8rem_1fr]">
            <p className="flex min-h-11 items-center self-start font-semibold">{name}</p>
            <div>
              <SpanFields
                label={name}
                spans={spans}
                none={t.team.free}
                onChange={(next) => onChange(days.map((one, at) => (at === day ? next : one)))}
              />
              {spans.length > 0 && days.filter((one) => one.length > 0).length > 1 ? (
                <Button look="plain" className="text-small" onPress={() => copy(spans)}>
                  {t.team.copyDay}
                </Button>
              ) : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

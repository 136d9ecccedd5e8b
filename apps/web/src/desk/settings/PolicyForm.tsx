import { zodResolver } from '@hookform/resolvers/zod';
import { z } from 'zod/mini';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { NumberOf, SelectOf, SwitchOf } from '../set-up/fields.tsx';
import { SaveFoot } from '../set-up/SaveFoot.tsx';
import { minutesWith, NEVER } from './minutes-choice.ts';
import { type SettingsProps, useSettingsForm } from './use-settings-form.ts';

type Values = {
  leadMinutes: string;
  horizonDays: number | null;
  stepMinutes: string;
  cancellationMinutes: string;
  maxOpenBookings: number | null;
  maxWaitMinutes: number | null;
  reminderMinutes: string;
  needsApproval: boolean;
};

const LEADS = [0, 30, 60, 120, 180, 360, 720, 1440, 2880];
const STEPS = [5, 10, 15, 20, 30, 60];
const CANCELLATIONS = [0, 60, 120, 240, 720, 1440, 2880, 4320, 10_080];
const REMINDERS = [60, 120, 180, 1440, 2880];

/** The rules of online booking. */
export function PolicyForm({ settings }: SettingsProps) {
  const { t, f } = useDeskSpeech();
  const { policy } = settings;
  const needed = z.nullable(z.int()).check(z.refine((value) => value !== null, { error: t.setUp.needed }));
  const schema = z.object({
    leadMinutes: z.string(),
    horizonDays: needed,
    stepMinutes: z.string(),
    cancellationMinutes: z.string(),
    maxOpenBookings: z.nullable(z.int()),
    maxWaitMinutes: needed,
    reminderMinutes: z.string(),
    needsApproval: z.boolean(),
  });
  const known: Values = {
    ...policy,
    leadMinutes: String(policy.leadMinutes),
    stepMinutes: String(policy.stepMinutes),
    cancellationMinutes: String(policy.cancellationMinutes),
    reminderMinutes: policy.reminderMinutes === null ? NEVER : String(policy.reminderMinutes),
  };
  const { form, saving, drop } = useSettingsForm<Values>({
    part: 'policy',
    settings,
    known,
    resolver: zodResolver(schema),
  });
  const { control, handleSubmit, formState } = form;
  const submit = handleSubmit((values) =>
    saving.save({
      policy: {
        leadMinutes: Number(values.leadMinutes),
        horizonDays: values.horizonDays ?? 0,
        stepMinutes: Number(values.stepMinutes),
        cancellationMinutes: Number(values.cancellationMinutes),
        maxOpenBookings: values.maxOpenBookings,
        maxWaitMinutes: values.maxWaitMinutes ?? 0,
        reminderMinutes: values.reminderMinutes === NEVER ? null : Number(values.reminderMinutes),
        needsApproval: values.needsApproval,
      },
    }),
  );
  const spans = (list: readonly number[], value: number | null, none: string) =>
    minutesWith(list, value).map((minutes) => ({
      value: String(minutes),
      text: minutes === 0 ? none : t.settings.span({ minutes, time: f.duration(minutes) }),
    }));
  return (
    <form onSubmit={submit} noValidate>
      <Panel title={t.settings.policy} description={t.settings.policyMore}>
        <div className="grid gap-x-6 gap-y-5 tablet:grid-cols-2">
          <SelectOf
            control={control}
            name="leadMinutes"
            label={t.settings.lead}
            description={t.settings.leadMore}
            options={spans(LEADS, policy.leadMinutes, t.settings.atOnce)}
          />
          <NumberOf
            control={control}
            name="horizonDays"
            label={t.settings.horizon}
            description={t.settings.horizonMore}
            min={0}
            max={730}
            format={{ style: 'unit', unit: 'day', unitDisplay: 'long' }}
          />
          <SelectOf
            control={control}
            name="stepMinutes"
            label={t.settings.step}
            description={t.settings.stepMore}
            options={spans(STEPS, policy.stepMinutes, '')}
          />
          <SelectOf
            control={control}
            name="cancellationMinutes"
            label={t.settings.cancellation}
            description={t.settings.cancellationMore}
            options={spans(CANCELLATIONS, policy.cancellationMinutes, t.settings.untilStart)}
          />
          <SelectOf
            control={control}
            name="reminderMinutes"
            label={t.settings.reminder}
            description={t.settings.reminderMore}
            options={[{ value: NEVER, text: t.settings.noReminder }, ...spans(REMINDERS, policy.reminderMinutes, '')]}
          />
          <NumberOf
            control={control}
            name="maxOpenBookings"
            label={t.settings.maxOpen}
            hint={t.shell.optional}
            description={t.settings.maxOpenMore}
            min={1}
            max={100}
          />
          <NumberOf
            control={control}
            name="maxWaitMinutes"
            label={t.settings.maxWait}
            description={t.settings.maxWaitMore}
            min={0}
            max={240}
            step={5}
            format={{ style: 'unit', unit: 'minute', unitDisplay: 'short' }}
          />
        </div>
        <SwitchOf
          control={control}
          name="needsApproval"
          label={t.settings.approval}
          description={t.settings.approvalMore}
        />
        <SaveFoot saving={saving} isDirty={formState.isDirty} onDrop={drop} />
      </Panel>
    </form>
  );
}

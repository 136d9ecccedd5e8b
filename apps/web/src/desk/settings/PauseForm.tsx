import { zodResolver } from '@hookform/resolvers/zod';
import { z } from 'zod/mini';
import { FormField } from '../../ui/FormField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { SwitchOf } from '../set-up/fields.tsx';
import { SaveFoot } from '../set-up/SaveFoot.tsx';
import { orNull, type SettingsProps, useSettingsForm } from './use-settings-form.ts';

type Values = { paused: boolean; message: string };

/** Holds online booking, with a sentence for visitors. */
export function PauseForm({ settings }: SettingsProps) {
  const { t } = useDeskSpeech();
  const schema = z.object({ paused: z.boolean(), message: z.string().check(z.maxLength(500, t.setUp.tooLong)) });
  const { form, saving, drop } = useSettingsForm<Values>({
    part: 'pause',
    settings,
    known: { paused: settings.pause.paused, message: settings.pause.message ?? '' },
    resolver: zodResolver(schema),
  });
  const { control, handleSubmit, formState } = form;
  const submit = handleSubmit(({ paused, message }) => saving.save({ pause: { paused, message: orNull(message) } }));
  return (
    <form onSubmit={submit} noValidate>
      <Panel title={t.settings.pause} description={t.settings.pauseMore}>
        {settings.pause.paused ? <Notice tone="heed" title={t.settings.isPaused} /> : null}
        <SwitchOf control={control} name="paused" label={t.settings.paused} />
        <FormField
          control={control}
          name="message"
          label={t.settings.pauseMessage}
          hint={t.shell.optional}
          description={t.settings.pauseMessageMore}
          lines={2}
        />
        <SaveFoot saving={saving} isDirty={formState.isDirty} onDrop={drop} />
      </Panel>
    </form>
  );
}

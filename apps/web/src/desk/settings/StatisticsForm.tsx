import { zodResolver } from '@hookform/resolvers/zod';
import { z } from 'zod/mini';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { SwitchOf } from '../set-up/fields.tsx';
import { SaveFoot } from '../set-up/SaveFoot.tsx';
import { type SettingsProps, useSettingsForm } from './use-settings-form.ts';

type Values = { visitors: boolean };

const schema = z.object({ visitors: z.boolean() });

/** Whether visitors of the salon's pages are asked if they may be measured. */
export function StatisticsForm({ settings }: SettingsProps) {
  const { t } = useDeskSpeech();
  const { form, saving, drop } = useSettingsForm<Values>({
    part: 'statistics',
    settings,
    known: settings.statistics,
    resolver: zodResolver(schema),
  });
  const { control, handleSubmit, formState } = form;
  return (
    <form onSubmit={handleSubmit((statistics) => saving.save({ statistics }))} noValidate>
      <Panel title={t.settings.statistics} description={t.settings.statisticsMore}>
        <SwitchOf control={control} name="visitors" label={t.settings.visitors} description={t.settings.visitorsMore} />
        <SaveFoot saving={saving} isDirty={formState.isDirty} onDrop={drop} />
      </Panel>
    </form>
  );
}

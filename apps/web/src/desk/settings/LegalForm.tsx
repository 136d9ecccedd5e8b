import { zodResolver } from '@hookform/resolvers/zod';
import { z } from 'zod/mini';
import { FormField } from '../../ui/FormField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { SaveFoot } from '../set-up/SaveFoot.tsx';
import { orNull, type SettingsProps, useSettingsForm } from './use-settings-form.ts';

const TEXTS = ['imprint', 'privacy', 'terms'] as const;
type Values = Record<(typeof TEXTS)[number], string>;

/** The texts a page must have by law. */
export function LegalForm({ settings }: SettingsProps) {
  const { t } = useDeskSpeech();
  const text = z.string().check(z.maxLength(50_000, t.setUp.tooLong));
  const { imprint, privacy, terms } = settings.legal;
  const { form, saving, drop } = useSettingsForm<Values>({
    part: 'legal',
    settings,
    known: { imprint: imprint ?? '', privacy: privacy ?? '', terms: terms ?? '' },
    resolver: zodResolver(z.object({ imprint: text, privacy: text, terms: text })),
  });
  const submit = form.handleSubmit((values) =>
    saving.save({
      legal: { imprint: orNull(values.imprint), privacy: orNull(values.privacy), terms: orNull(values.terms) },
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Panel title={t.settings.legal} description={t.settings.legalMore}>
        {TEXTS.map((name) => (
          <FormField key={name} control={form.control} name={name} label={t.settings[name]} lines={6} />
        ))}
        <SaveFoot saving={saving} isDirty={form.formState.isDirty} onDrop={drop} />
      </Panel>
    </form>
  );
}

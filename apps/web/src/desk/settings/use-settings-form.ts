import type { SettingsAnswer, SettingsChange } from '@salon/contracts/desk/settings';
import type { FieldValues, Resolver, UseFormReturn } from 'react-hook-form';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { deskPut } from '../lib/desk-http.ts';
import { useKeptForm } from '../set-up/use-kept-form.ts';
import { type Saving, useSaving } from '../set-up/use-saving.ts';

export type SettingsPart = Omit<SettingsChange, 'version'>;
export type SettingsProps = { readonly settings: SettingsAnswer };

type Options<Values extends FieldValues> = {
  /** Which part it is, as `details`. */
  readonly part: keyof SettingsPart;
  readonly settings: SettingsAnswer;
  readonly known: Values;
  readonly resolver: Resolver<Values>;
};

/** The form of one part of the settings, and how it is saved. */
export function useSettingsForm<Values extends FieldValues>(
  options: Options<Values>,
): { form: UseFormReturn<Values>; saving: Saving<SettingsPart>; drop: () => void } {
  const { part, settings, known, resolver } = options;
  const { t } = useDeskSpeech();
  const { salon } = useDesk();
  const form = useKeptForm<Values>(`settings ${part}`, known, resolver);
  const saving = useSaving<SettingsPart, SettingsAnswer>({
    send: (wish) => deskPut(`/api/desk/${salon.id}/settings`, { version: settings.version, ...wish }),
    onSaved: () => form.reset(form.getValues()),
    onWrong: (paths) => {
      for (const path of paths) {
        const name = path.slice(part.length + 1);
        if (path.startsWith(`${part}.`))
          form.setError(name as Parameters<typeof form.setError>[0], { message: t.setUp.check });
      }
    },
  });
  return { form, saving, drop: () => form.reset(known) };
}

/** A text that may be empty, and is nothing then. */
export const orNull = (text: string) => text.trim() || null;

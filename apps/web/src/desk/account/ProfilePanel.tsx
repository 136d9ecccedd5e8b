import { ProfileRequest } from '@salon/contracts/desk/account';
import type { DeskAnswer } from '@salon/contracts/desk/desk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { chooseLanguage, type Language } from '../../i18n/language.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { Select } from '../../ui/Select.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { SendForm } from '../shell/SendForm.tsx';
import { changeProfile } from './account.calls.ts';

const Profile = ProfileRequest.required();

/** Her name, and the language in which the desk and its mails speak to her. */
export function ProfilePanel({ login }: { readonly login: DeskAnswer['login'] }) {
  const { t, language } = useDeskSpeech();
  const client = useQueryClient();
  const form = useDeskForm(Profile, { values: { name: login.name, locale: language } });
  const sending = useMutation({
    mutationFn: changeProfile,
    onSuccess: async (_, { locale }) => {
      if (locale) chooseLanguage(locale);
      await client.invalidateQueries({ queryKey: ['desk'] });
      showToast({ text: t.account.saved });
    },
  });
  return (
    <Panel title={t.account.profile}>
      <SendForm form={form} sending={sending} submit={t.account.save} pending={t.account.saving} look="soft">
        <FormField
          control={form.control}
          name="name"
          autoComplete="name"
          autoCapitalize="words"
          label={t.account.name}
          description={t.account.nameMore}
          maxLength={200}
          required
        />
        <Select<Language>
          label={t.account.language}
          options={[
            { value: 'de', text: t.account.languages.de },
            { value: 'en', text: t.account.languages.en },
          ]}
          value={form.watch('locale')}
          onChange={(locale) => form.setValue('locale', locale)}
        />
      </SendForm>
    </Panel>
  );
}

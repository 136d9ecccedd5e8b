import { InvitationSignUpRequest } from '@salon/contracts/desk/members';
import { useMutation } from '@tanstack/react-query';
import { FormField } from '../../ui/FormField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { FormPassword } from '../shell/FormPassword.tsx';
import { SendForm } from '../shell/SendForm.tsx';
import { signUpByInvitation } from './account.calls.ts';

/** For whoever has no account yet. Holding the link shows that the address is hers, so no further mail is needed. */
export function InvitationSignUp(props: { readonly token: string; readonly onJoined: (slug: string) => void }) {
  const { t, language } = useDeskSpeech();
  const form = useDeskForm(InvitationSignUpRequest, {
    values: { name: '', password: '' },
    wrong: { password: t.account.passwordWrong },
  });
  const sending = useMutation({
    mutationFn: (body: InvitationSignUpRequest) => signUpByInvitation(props.token, { ...body, locale: language }),
    onSuccess: ({ salon }) => props.onJoined(salon.slug),
  });
  return (
    <SendForm form={form} sending={sending} submit={t.account.acceptSignUp} pending={t.account.accepting}>
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
      <FormPassword control={form.control} name="password" label={t.account.password} isNew />
    </SendForm>
  );
}

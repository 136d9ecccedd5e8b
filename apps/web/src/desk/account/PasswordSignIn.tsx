import { SignInRequest } from '@salon/contracts/desk/account';
import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from 'wouter';
import { Button } from '../../ui/Button.tsx';
import { buttonLook } from '../../ui/button-look.ts';
import { FormField } from '../../ui/FormField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { isRefused } from '../lib/desk-http.ts';
import { resetPath, signUpPath } from '../lib/paths.ts';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { FormPassword } from '../shell/FormPassword.tsx';
import { SendForm } from '../shell/SendForm.tsx';
import { askConfirmation, signIn } from './account.calls.ts';

export function PasswordSignIn(props: { readonly onDone: () => void; readonly onSecond: () => void }) {
  const { t } = useDeskSpeech();
  const search = useSearch();
  const form = useDeskForm(SignInRequest, {
    values: { email: '', password: '' },
    wrong: { email: t.account.emailWrong },
  });
  const sending = useMutation({
    mutationFn: signIn,
    onSuccess: ({ next }) => (next === 'desk' ? props.onDone() : props.onSecond()),
  });
  const again = useMutation({ mutationFn: () => askConfirmation({ email: form.getValues('email') }) });
  return (
    <>
      <SendForm form={form} sending={sending} submit={t.account.signIn} pending={t.account.signingIn}>
        <FormField
          control={form.control}
          name="email"
          type="email"
          autoComplete="username"
          label={t.account.email}
          required
        />
        <FormPassword control={form.control} name="password" label={t.account.password} />
      </SendForm>
      {isRefused(sending.error, 'confirm_email') ? (
        <Button look="soft" onPress={() => again.mutate()} isPending={again.isPending}>
          {again.isSuccess ? t.account.sentAgain : t.account.confirmFirst}
        </Button>
      ) : null}
      <p className="flex flex-wrap gap-x-6">
        <Link href={resetPath} className={buttonLook('plain')}>
          {t.account.forgot}
        </Link>
        <Link href={search ? `${signUpPath}?${search}` : signUpPath} className={buttonLook('plain')}>
          {t.account.signUp}
        </Link>
      </p>
    </>
  );
}

import { SignUpRequest } from '@salon/contracts/desk/account';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { buttonLook } from '../../ui/button-look.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { signInPath } from '../lib/paths.ts';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { Alone } from '../shell/Alone.tsx';
import { FormPassword } from '../shell/FormPassword.tsx';
import { SendForm } from '../shell/SendForm.tsx';
import { askConfirmation, signUp } from './account.calls.ts';
import { CheckMail } from './CheckMail.tsx';

export function SignUpPage() {
  const { t, language } = useDeskSpeech();
  const form = useDeskForm(SignUpRequest, {
    values: { name: '', email: '', password: '' },
    wrong: { email: t.account.emailWrong, password: t.account.passwordWrong },
  });
  const sending = useMutation({ mutationFn: (body: SignUpRequest) => signUp({ ...body, locale: language }) });
  if (sending.isSuccess) {
    const { email } = sending.variables;
    return <CheckMail text={t.account.checkMailMore({ email })} again={() => askConfirmation({ email })} />;
  }
  return (
    <Alone title={t.account.signUpTitle}>
      <div>
        <Heading>{t.account.signUpTitle}</Heading>
        <p className="text-soft">{t.account.signUpMore}</p>
      </div>
      <SendForm form={form} sending={sending} submit={t.account.signUp} pending={t.account.signingUp}>
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
        <FormField
          control={form.control}
          name="email"
          type="email"
          autoComplete="username"
          label={t.account.email}
          required
        />
        <FormPassword control={form.control} name="password" label={t.account.password} isNew />
      </SendForm>
      <p>
        {t.account.hasAccount}{' '}
        <Link href={signInPath()} className={buttonLook('plain', 'mx-0')}>
          {t.account.signIn}
        </Link>
      </p>
    </Alone>
  );
}

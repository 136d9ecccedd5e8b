import { AskRequest } from '@salon/contracts/desk/account';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { buttonLook } from '../../ui/button-look.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { signInPath } from '../lib/paths.ts';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { Alone } from '../shell/Alone.tsx';
import { SendForm } from '../shell/SendForm.tsx';
import { askReset } from './account.calls.ts';
import { CheckMail } from './CheckMail.tsx';

/** Asks for the mail with which a new password can be set. */
export function ResetPage() {
  const { t } = useDeskSpeech();
  const form = useDeskForm(AskRequest, { values: { email: '' }, wrong: { email: t.account.emailWrong } });
  const sending = useMutation({ mutationFn: askReset });
  if (sending.isSuccess) {
    const { email } = sending.variables;
    return <CheckMail text={t.account.resetSentMore({ email })} again={() => askReset({ email })} />;
  }
  return (
    <Alone title={t.account.resetTitle}>
      <div>
        <Heading>{t.account.resetTitle}</Heading>
        <p className="text-soft">{t.account.resetMore}</p>
      </div>
      <SendForm
        form={form}
        sending={sending}
        submit={t.account.resetSend}
        pending={t.account.sending}
        beside={
          <Link href={signInPath()} className={buttonLook('plain', 'mx-0')}>
            {t.account.toSignIn}
          </Link>
        }
      >
        <FormField
          control={form.control}
          name="email"
          type="email"
          autoComplete="username"
          label={t.account.email}
          required
        />
      </SendForm>
    </Alone>
  );
}

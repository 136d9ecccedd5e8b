import { ResetRequest } from '@salon/contracts/desk/account';
import { useMutation } from '@tanstack/react-query';
import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { isRefused } from '../lib/desk-http.ts';
import { resetPath, signInPath } from '../lib/paths.ts';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { Alone } from '../shell/Alone.tsx';
import { FormPassword } from '../shell/FormPassword.tsx';
import { SendForm } from '../shell/SendForm.tsx';
import { resetPassword } from './account.calls.ts';
import { Done } from './Done.tsx';

/** Where the link of a mail leads with which a new password is set. */
export function NewPasswordPage({ token }: { readonly token: string }) {
  const { t } = useDeskSpeech();
  const form = useDeskForm(ResetRequest, {
    values: { token, password: '' },
    wrong: { password: t.account.passwordWrong },
  });
  const sending = useMutation({ mutationFn: resetPassword });
  if (sending.isSuccess) {
    return (
      <Done
        title={t.account.passwordSet}
        text={t.account.passwordSetMore}
        href={signInPath()}
        next={t.account.toSignIn}
      />
    );
  }
  if (isRefused(sending.error, 'link_expired')) {
    return (
      <Done title={t.account.linkOver} text={t.account.linkOverMore} href={resetPath} next={t.account.resetTitle} />
    );
  }
  return (
    <Alone title={t.account.newPasswordTitle}>
      <div>
        <Heading>{t.account.newPasswordTitle}</Heading>
        <p className="text-soft">{t.account.newPasswordMore}</p>
      </div>
      <SendForm form={form} sending={sending} submit={t.account.setPassword} pending={t.account.saving}>
        <FormPassword control={form.control} name="password" label={t.account.newPassword} isNew />
      </SendForm>
    </Alone>
  );
}

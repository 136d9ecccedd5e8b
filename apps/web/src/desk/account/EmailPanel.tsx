import { ChangeEmailRequest } from '@salon/contracts/desk/account';
import { useMutation } from '@tanstack/react-query';
import { FormField } from '../../ui/FormField.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { FormPassword } from '../shell/FormPassword.tsx';
import { SendForm } from '../shell/SendForm.tsx';
import { changeEmail } from './account.calls.ts';
import { Unfold } from './Unfold.tsx';

/** The address she signs in with. It changes once both addresses have said yes. */
export function EmailPanel({ email }: { readonly email: string }) {
  const { t } = useDeskSpeech();
  const form = useDeskForm(ChangeEmailRequest, {
    values: { email: '', password: '' },
    wrong: { email: t.account.emailWrong },
  });
  const sending = useMutation({ mutationFn: changeEmail });
  return (
    <Panel title={t.account.email} description={t.account.emailNow({ email })}>
      {sending.isSuccess ? (
        <Notice tone="info" title={t.account.emailAsked} />
      ) : (
        <Unfold button={t.account.changeEmail}>
          <p className="text-soft">{t.account.changeEmailMore}</p>
          <SendForm
            form={form}
            sending={sending}
            submit={t.account.changeEmail}
            pending={t.account.saving}
            look="soft"
            refusals={{ credentials_wrong: t.account.notPassword }}
          >
            <FormField
              control={form.control}
              name="email"
              type="email"
              autoComplete="email"
              label={t.account.newEmail}
              required
            />
            <FormPassword control={form.control} name="password" label={t.account.password} />
          </SendForm>
        </Unfold>
      )}
    </Panel>
  );
}

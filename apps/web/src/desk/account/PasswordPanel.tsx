import { ChangePasswordRequest } from '@salon/contracts/desk/account';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Panel } from '../../ui/Panel.tsx';
import { showToast } from '../../ui/Toasts.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { FormPassword } from '../shell/FormPassword.tsx';
import { SendForm } from '../shell/SendForm.tsx';
import { changePassword, sessionsQuery } from './account.calls.ts';
import { Unfold } from './Unfold.tsx';

export function PasswordPanel() {
  const { t } = useDeskSpeech();
  const [times, setTimes] = useState(0);
  return (
    <Panel title={t.account.password}>
      <Unfold key={times} button={t.account.changePassword}>
        <ChangePassword onDone={() => setTimes(times + 1)} />
      </Unfold>
    </Panel>
  );
}

function ChangePassword({ onDone }: { readonly onDone: () => void }) {
  const { t } = useDeskSpeech();
  const client = useQueryClient();
  const form = useDeskForm(ChangePasswordRequest, {
    values: { password: '', newPassword: '' },
    wrong: { newPassword: t.account.passwordWrong },
  });
  const sending = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      showToast({ text: t.account.passwordChanged });
      onDone();
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    },
  });
  return (
    <SendForm
      form={form}
      sending={sending}
      submit={t.account.changePassword}
      pending={t.account.saving}
      look="soft"
      refusals={{ credentials_wrong: t.account.notPassword }}
    >
      <FormPassword control={form.control} name="password" label={t.account.currentPassword} />
      <FormPassword control={form.control} name="newPassword" label={t.account.newPassword} isNew />
    </SendForm>
  );
}

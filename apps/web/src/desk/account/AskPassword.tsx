import { WithPassword } from '@salon/contracts/desk/account';
import { useMutation } from '@tanstack/react-query';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { FormPassword } from '../shell/FormPassword.tsx';
import { SendForm } from '../shell/SendForm.tsx';

/** Has the password typed once more, before something that an open device alone must not do. */
export function AskPassword<Answer>(props: {
  readonly submit: string;
  readonly send: (body: { password: string }) => Promise<Answer>;
  readonly onDone: (answer: Answer) => void;
}) {
  const { t } = useDeskSpeech();
  const form = useDeskForm(WithPassword, { values: { password: '' } });
  const sending = useMutation({ mutationFn: props.send, onSuccess: props.onDone });
  return (
    <SendForm
      form={form}
      sending={sending}
      submit={props.submit}
      pending={t.account.saving}
      look="soft"
      refusals={{ credentials_wrong: t.account.notPassword }}
    >
      <FormPassword control={form.control} name="password" label={t.account.secondPassword} />
    </SendForm>
  );
}

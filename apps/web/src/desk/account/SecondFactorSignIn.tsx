import { CodeRequest, RecoveryCodeRequest } from '@salon/contracts/desk/account';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { FormField } from '../../ui/FormField.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { SendForm } from '../shell/SendForm.tsx';
import { sendCode, sendRecoveryCode } from './account.calls.ts';

/** The second step: a code of the app, or one of those kept for the day the phone is gone. */
export function SecondFactorSignIn(props: { readonly onDone: () => void; readonly onBack: () => void }) {
  const { t } = useDeskSpeech();
  const [recovery, setRecovery] = useState(false);
  return (
    <>
      {recovery ? <ByRecoveryCode onDone={props.onDone} /> : <ByApp onDone={props.onDone} />}
      <div className="flex flex-col items-start">
        <Button look="plain" onPress={() => setRecovery(!recovery)}>
          {recovery ? t.account.useApp : t.account.useRecovery}
        </Button>
        <Button look="plain" onPress={props.onBack}>
          {t.account.startAgain}
        </Button>
      </div>
    </>
  );
}

function ByApp({ onDone }: { readonly onDone: () => void }) {
  const { t } = useDeskSpeech();
  const form = useDeskForm(CodeRequest, { values: { code: '' }, wrong: { code: t.account.codeWrong } });
  const sending = useMutation({ mutationFn: sendCode, onSuccess: onDone });
  return (
    <SendForm form={form} sending={sending} submit={t.account.signIn} pending={t.account.checking}>
      <p className="text-soft">{t.account.secondMore}</p>
      <FormField
        control={form.control}
        name="code"
        label={t.account.code}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={6}
        required
        autoFocus
      />
    </SendForm>
  );
}

function ByRecoveryCode({ onDone }: { readonly onDone: () => void }) {
  const { t } = useDeskSpeech();
  const form = useDeskForm(RecoveryCodeRequest, { values: { recoveryCode: '' } });
  const sending = useMutation({ mutationFn: sendRecoveryCode, onSuccess: onDone });
  return (
    <SendForm form={form} sending={sending} submit={t.account.signIn} pending={t.account.checking}>
      <p className="text-soft">{t.account.recoveryMore}</p>
      <FormField
        control={form.control}
        name="recoveryCode"
        label={t.account.recoveryCode}
        autoCapitalize="none"
        required
        autoFocus
      />
    </SendForm>
  );
}

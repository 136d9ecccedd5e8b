import { useMutation } from '@tanstack/react-query';
import { Fingerprint } from 'lucide-react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { knowsPasskeys, NotConfirmed, signInByPasskey } from './passkey.ts';

export function PasskeySignIn({ onDone }: { readonly onDone: () => void }) {
  const { t } = useDeskSpeech();
  const asking = useMutation({ mutationFn: signInByPasskey, onSuccess: onDone });
  if (!knowsPasskeys()) return null;
  return (
    <div className="space-y-4 border-line border-t pt-6">
      {asking.error instanceof NotConfirmed ? (
        <Notice urgent tone="heed" title={t.account.passkeyGone} />
      ) : asking.error ? (
        <DeskProblemNotice error={asking.error} refusals={{ credentials_wrong: t.account.passkeyUnknown }} />
      ) : null}
      <Button look="soft" className="w-full" onPress={() => asking.mutate()} isPending={asking.isPending}>
        {asking.isPending ? null : <Fingerprint aria-hidden className="size-5" />}
        {t.account.passkeySignIn}
      </Button>
    </div>
  );
}

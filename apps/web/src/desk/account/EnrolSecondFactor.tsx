import { CodeRequest, type SecondFactorAnswer } from '@salon/contracts/desk/account';
import { useMutation, useQuery } from '@tanstack/react-query';
import { fetched } from '../../lib/fetched.ts';
import { FormField } from '../../ui/FormField.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDeskForm } from '../lib/use-desk-form.ts';
import { SendForm } from '../shell/SendForm.tsx';
import { confirmSecondFactor } from './account.calls.ts';

/** Scan, type the first code: only then is the second factor on, so that nobody locks herself out. */
export function EnrolSecondFactor(props: { readonly answer: SecondFactorAnswer; readonly onDone: () => void }) {
  const { t } = useDeskSpeech();
  const { uri, secret } = props.answer;
  const form = useDeskForm(CodeRequest, { values: { code: '' }, wrong: { code: t.account.codeWrong } });
  const sending = useMutation({ mutationFn: confirmSecondFactor, onSuccess: props.onDone });
  return (
    <SendForm form={form} sending={sending} submit={t.account.secondConfirm} pending={t.account.checking}>
      <p>{t.account.secondScan}</p>
      <QrCode text={uri} />
      <p className="text-soft">
        {t.account.secondType} <code className="block font-semibold text-ink">{inFours(secret)}</code>
      </p>
      <FormField
        control={form.control}
        name="code"
        label={t.account.code}
        description={t.account.secondEnter}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={6}
        required
      />
    </SendForm>
  );
}

function QrCode({ text }: { readonly text: string }) {
  const { t } = useDeskSpeech();
  const { data } = useQuery({
    queryKey: ['qr', text],
    queryFn: async () => {
      const { toString: draw } = await fetched(() => import('qrcode').then((m) => m.default));
      return `data:image/svg+xml,${encodeURIComponent(await draw(text, { type: 'svg', margin: 2 }))}`;
    },
    staleTime: Number.POSITIVE_INFINITY,
    // It holds a secret.
    gcTime: 0,
  });
  return data ? (
    <img src={data} alt={t.account.secondPicture} className="size-48 rounded-card" />
  ) : (
    <Skeleton className="size-48" />
  );
}

const inFours = (secret: string) => secret.replace(/(.{4})(?=.)/g, '$1 ');

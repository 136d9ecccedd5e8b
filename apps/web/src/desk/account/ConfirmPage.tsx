import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { isRefused } from '../lib/desk-http.ts';
import { signInPath } from '../lib/paths.ts';
import { Alone } from '../shell/Alone.tsx';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { confirmAddress } from './account.calls.ts';
import { Done } from './Done.tsx';

/**
 * Where the link of a mail leads that confirms an address. Opening it does nothing yet: programs that look at mails open
 * links too.
 */
export function ConfirmPage({ token }: { readonly token: string }) {
  const { t } = useDeskSpeech();
  const client = useQueryClient();
  const sending = useMutation({
    mutationFn: () => confirmAddress({ token }),
    onSuccess: () => client.removeQueries({ queryKey: ['desk'] }),
  });
  if (isRefused(sending.error, 'link_expired')) {
    return (
      <Done title={t.account.linkOver} text={t.account.linkOverMore} href={signInPath()} next={t.account.toSignIn} />
    );
  }
  if (isRefused(sending.error, 'status_conflict')) {
    return (
      <Done title={t.account.addressTaken} text={t.account.addressTakenMore} href="/desk" next={t.account.continue} />
    );
  }
  if (sending.data) {
    const { done, signedIn } = sending.data;
    const [title, text] = {
      confirmed: [t.account.confirmed, t.account.confirmedMore],
      new_address_asked: [t.account.newAddressAsked, t.account.newAddressAskedMore],
      address_changed: [t.account.addressChanged, t.account.addressChangedMore],
    }[done] as [string, string];
    return signedIn ? (
      <Done title={title} text="" href="/desk" next={t.account.continue} />
    ) : (
      <Done title={title} text={text} href={signInPath()} next={t.account.toSignIn} />
    );
  }
  return (
    <Alone title={t.account.confirmTitle}>
      <Heading>{t.account.confirmTitle}</Heading>
      <p className="text-soft">{t.account.confirmMore}</p>
      {sending.error ? <DeskProblemNotice error={sending.error} /> : null}
      <div>
        <Button onPress={() => sending.mutate()} isPending={sending.isPending}>
          {sending.isPending ? t.account.confirming : t.account.confirm}
        </Button>
      </div>
    </Alone>
  );
}

import { ApiProblemNumber } from '../../app/ApiProblemNumber.tsx';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useOnline } from '../../ui/use-online.ts';
import type { BookingSending } from './use-booking-sending.ts';

/** No network; or a booking whose fate is not known yet: what we do about it, and that it cannot happen twice. */
export function SendingNotice({ sending }: { readonly sending: BookingSending }) {
  const { t } = useSpeech();
  const { state } = sending;
  const online = useOnline();
  if (state.kind === 'waiting') {
    return state.why === 'no_answer' ? (
      <Notice urgent tone="offline" title={t.booking.stillTrying}>
        <p>{t.booking.stillTryingMore}</p>
      </Notice>
    ) : (
      <Notice urgent tone="heed" title={t.booking.stillBusy}>
        <p>{t.booking.stillTryingMore}</p>
      </Notice>
    );
  }
  if (state.kind === 'unsure') {
    return (
      <Notice urgent tone="wrong" title={t.booking.unsure}>
        <p>{t.booking.unsureMore}</p>
        <ApiProblemNumber problem={state.problem} />
        <Button look="soft" onPress={() => void sending.resume()}>
          {t.shell.retry}
        </Button>
      </Notice>
    );
  }
  if (!online && state.kind === 'idle') {
    return (
      <Notice tone="offline" title={t.shell.offline}>
        <p>{t.shell.offlineMore}</p>
      </Notice>
    );
  }
  return null;
}

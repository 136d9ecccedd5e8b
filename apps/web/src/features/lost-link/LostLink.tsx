import { usePageTitle } from '../../app/page-title.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { post } from '../../lib/http.ts';
import { Button } from '../../ui/Button.tsx';
import { Message } from '../../ui/Message.tsx';
import { CallSalon } from '../salon/CallSalon.tsx';
import type { SalonCard } from '../salon/salon-card.ts';
import { useSending } from '../sending/use-sending.ts';
import { LostLinkForm } from './LostLinkForm.tsx';

type Ask = { readonly email: string };

/** One field; and then always the same words, whether anything is booked under the address or not. */
export function LostLink({ salon }: { readonly salon: SalonCard }) {
  const { t } = useSpeech();
  // Asked again within minutes it is still one mail: the API sees to it.
  const asking = useSending(`lost link ${salon.slug}`, ({ body }: { readonly body: Ask }) =>
    post(`/api/salons/${encodeURIComponent(salon.slug)}/lost-link`, body).then(() => body.email),
  );
  const { state } = asking;
  usePageTitle(`${t.manage.lostTitle} · ${salon.name}`);
  if (state.kind !== 'done') return <LostLinkForm salon={salon} asking={asking} />;
  return (
    <Message title={t.manage.lostDone} text={t.manage.lostDoneMore({ email: state.answer })}>
      <p className="text-small text-soft">{t.manage.lostNothing}</p>
      <Button look="soft" onPress={asking.clear}>
        {t.manage.lostOther}
      </Button>
      <CallSalon phone={salon.phone} />
    </Message>
  );
}

export type Asking = ReturnType<typeof useSending<Ask, string>>;

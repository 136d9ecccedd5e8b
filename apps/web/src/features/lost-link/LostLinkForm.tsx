import { type FormEvent, useRef, useState } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { LONGEST, NO_DETAILS, wrongFields } from '../booking/details.ts';
import { meantEmail } from '../booking/email-slip.ts';
import { useDetails } from '../booking/use-details.ts';
import { Pending } from '../manage/Pending.tsx';
import { CallSalon } from '../salon/CallSalon.tsx';
import type { SalonCard } from '../salon/salon-card.ts';
import type { Asking } from './LostLink.tsx';

/** The address to which the links go; filled in where this device knows it. */
export function LostLinkForm({ salon, asking }: { readonly salon: SalonCard; readonly asking: Asking }) {
  const { t } = useSpeech();
  const { state } = asking;
  const [email, setEmail] = useState(useDetails(salon.slug).details.email);
  const [looked, setLooked] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const wrong = wrongFields({ ...NO_DETAILS, email }).email;
  const said = wrong && (wrong === 'emailMissing' ? t.manage.lostEmailMissing : t.booking.wrong[wrong]);
  const meant = meantEmail(email);
  const busy = state.kind === 'sending' || state.kind === 'waiting';

  function ask(event: FormEvent) {
    event.preventDefault();
    setLooked(true);
    if (wrong === undefined) void asking.send({ email: email.trim() });
    else field.current?.focus();
  }

  return (
    <form noValidate onSubmit={ask} className="mx-auto w-full max-w-xl space-y-6 py-4">
      <div className="space-y-2">
        <Heading>{t.manage.lostTitle}</Heading>
        <p className="text-soft">{t.manage.lostMore}</p>
      </div>
      <div className="space-y-1">
        <TextField
          name="email"
          type="email"
          autoComplete="email"
          label={t.booking.email}
          description={t.manage.lostEmailMore}
          value={email}
          onChange={setEmail}
          error={looked ? said : undefined}
          maxLength={LONGEST.email + 1}
          required
          field={field}
        />
        {meant ? (
          <Button look="plain" className="text-left" onPress={() => setEmail(meant)}>
            {t.booking.didYouMean({ email: meant })}
          </Button>
        ) : null}
      </div>
      <Pending state={state} resume={() => void asking.resume()} />
      {state.kind === 'refused' ? (
        <Notice
          urgent
          tone="heed"
          title={state.problem.code === 'read_only' ? t.manage.readOnly : t.problems[state.problem.code]}
        >
          <p>{t.manage.readOnlySoon}</p>
          <CallSalon phone={salon.phone} />
        </Notice>
      ) : null}
      {state.kind === 'unsure' ? null : (
        <Button type="submit" isPending={busy} className="w-full tablet:w-auto">
          {busy ? t.manage.lostSending : t.manage.lostSend}
        </Button>
      )}
    </form>
  );
}

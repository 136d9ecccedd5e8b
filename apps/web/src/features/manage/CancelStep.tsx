import { useEffect, useState } from 'react';
import { usePageTitle } from '../../app/page-title.ts';
import { managePath } from '../../app/paths.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../../ui/Heading.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { Pending } from './Pending.tsx';
import { Refused } from './Refused.tsx';
import type { Cancelling } from './use-cancelling.ts';
import { VisitLine } from './VisitLine.tsx';
import type { Visit } from './visit.queries.ts';

/** As much as the API takes. */
const LONGEST_REASON = 500;

/** The one question before a visit is cancelled, with room for a reason. */
export function CancelStep(props: { readonly token: string; readonly visit: Visit; readonly cancelling: Cancelling }) {
  const { token, visit, cancelling } = props;
  const { state, clear } = cancelling;
  const { t } = useSpeech();
  const [reason, setReason] = useState('');
  const tooLong = reason.trim().length > LONGEST_REASON;
  const busy = state.kind === 'sending' || state.kind === 'waiting' || state.kind === 'done';
  usePageTitle(`${t.manage.cancel} · ${visit.salon.name}`);

  // A refusal belongs to this try; whoever goes elsewhere has seen it.
  useEffect(() => clear, [clear]);

  function cancel() {
    const said = reason.trim();
    if (!tooLong) void cancelling.send(said === '' ? {} : { reason: said });
  }

  return (
    <div className="mx-auto w-full max-w-xl space-y-6 desk:mx-0">
      <Heading>{t.manage.cancelTitle}</Heading>
      <VisitLine visit={visit} />
      <p>{t.manage.cancelMore}</p>
      <TextField
        name="reason"
        label={t.manage.reasonLabel}
        hint={t.shell.optional}
        description={t.manage.reasonMore}
        lines={2}
        value={reason}
        onChange={setReason}
        error={tooLong ? t.booking.wrong.long : undefined}
      />
      <Pending state={state} resume={() => void cancelling.resume()} />
      {state.kind === 'refused' ? <Refused visit={visit} problem={state.problem} /> : null}
      <div className="flex flex-col gap-3 tablet:flex-row-reverse">
        {state.kind === 'unsure' ? null : (
          <Button onPress={cancel} isPending={busy} className="tablet:flex-1">
            {busy ? t.manage.cancelling : t.manage.cancelNow}
          </Button>
        )}
        {busy || state.kind === 'unsure' ? null : (
          <LinkButton href={managePath(token)} look="soft" className="tablet:flex-1">
            {t.manage.keep}
          </LinkButton>
        )}
      </div>
    </div>
  );
}

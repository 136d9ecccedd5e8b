import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { timeSpan } from './time-span.ts';

/** The salon's rules for this visit, a sentence each. */
export function PolicyLines({ page }: { readonly page: Pick<SalonAnswer, 'policy'> }) {
  const { t } = useSpeech();
  const { cancellationMinutes, needsApproval } = page.policy;
  const { amount, unit } = timeSpan(cancellationMinutes);
  return (
    <div className="space-y-1 text-small text-soft">
      <p>
        {cancellationMinutes === 0
          ? t.booking.freeCancelAlways
          : t.booking.freeCancel({ span: t.shell[unit]({ n: amount }) })}
      </p>
      {needsApproval ? <p>{t.booking.byApproval}</p> : null}
    </div>
  );
}

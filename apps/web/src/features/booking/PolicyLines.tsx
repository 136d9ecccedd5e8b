import type { SalonAnswer } from '@salon/contracts/salon';
import { canChangeOnline } from '@salon/domain/salon/change-online';
import { useSpeech } from '../../i18n/Speech.tsx';
import { timeSpan } from './time-span.ts';

/** The salon's rules for a visit, a sentence each; without a start, as they are for any. */
export function PolicyLines(props: {
  readonly page: Pick<SalonAnswer, 'policy'>;
  /** ISO 8601 */
  readonly startsAt: string | undefined;
}) {
  const { t } = useSpeech();
  const { startsAt } = props;
  const { policy } = props.page;
  const { amount, unit } = timeSpan(policy.cancellationMinutes);
  const span = t.shell[unit]({ n: amount });
  const visit = startsAt === undefined ? null : ({ status: 'confirmed', startsAt: Date.parse(startsAt) } as const);
  const tooLate = visit !== null && !canChangeOnline(visit, policy, Date.now());
  const changes = tooLate ? t.booking.onlineTooLate({ span }) : t.booking.freeCancel({ span });
  return (
    <div className="space-y-1 text-small text-soft">
      <p>{policy.cancellationMinutes === 0 ? t.booking.freeCancelAlways : changes}</p>
      {policy.needsApproval ? <p>{t.booking.byApproval}</p> : null}
    </div>
  );
}

import { useSpeech } from '../../i18n/Speech.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { timeSpan } from '../booking/time-span.ts';
import { CallSalon } from '../salon/CallSalon.tsx';
import { moment } from './moment.ts';
import type { Hindrance } from './standing.ts';
import type { Visit } from './visit.queries.ts';

/** Why it cannot be changed online (any more), until when it could, and the number to call. */
export function Hindered({ visit, hindrance }: { readonly visit: Visit; readonly hindrance: Hindrance | null }) {
  const { t, f } = useSpeech();
  const { salon, policy } = visit;
  if (hindrance === null) return null;
  const { amount, unit } = timeSpan(policy.cancellationMinutes);
  const tooLate = hindrance === 'too_late';
  const callFor = tooLate ? t.manage.callForHelp : t.manage.callForTime;
  return (
    <Notice tone="info" title={tooLate ? t.manage.tooLate : t.manage.paused}>
      <p>
        {tooLate
          ? t.manage.tooLateMore({
              span: t.shell[unit]({ n: amount }),
              moment: moment(f, salon.timezone, visit.cancellableUntil),
            })
          : policy.pausedMessage}{' '}
        {salon.phone === null ? t.manage.askSalon : callFor}
      </p>
      <CallSalon phone={salon.phone} />
    </Notice>
  );
}

import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import type { ApiProblem } from '../../lib/http.ts';
import { endInWords } from '../../lib/read-only.ts';
import { Notice } from '../../ui/Notice.tsx';
import { UntilOver } from '../read-only/UntilOver.tsx';
import { CallSalon } from '../salon/CallSalon.tsx';
import type { Visit } from './visit.queries.ts';

/** Why a change was not made, that the visit stands as it did, and what to do now. */
export function Refused(props: { readonly visit: Visit; readonly problem: ApiProblem; readonly children?: ReactNode }) {
  const { t, f } = useSpeech();
  const { salon } = props.visit;
  const { code, problem } = props.problem;
  if (code === 'read_only') {
    const time = endInWords(problem.estimatedRecovery, salon.timezone, f);
    return (
      <UntilOver title={t.manage.readOnly}>
        <p>
          {time === undefined ? t.manage.readOnlySoon : t.manage.readOnlyUntil({ time })} {t.manage.stays}
        </p>
        <CallSalon phone={salon.phone} />
      </UntilOver>
    );
  }
  const call = code === 'booking_paused' || code === 'call_salon' || code === 'basket_too_complex';
  return (
    <Notice urgent tone="heed" title={t.problems[code]}>
      {props.children ?? <p>{t.manage.stays}</p>}
      {call ? <CallSalon phone={salon.phone} /> : null}
    </Notice>
  );
}

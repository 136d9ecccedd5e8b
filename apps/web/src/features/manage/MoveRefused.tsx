import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import type { ApiProblem } from '../../lib/http.ts';
import { Notice } from '../../ui/Notice.tsx';
import { smoothly } from '../../ui/smoothly.ts';
import { priceText } from '../booking/total.ts';
import type { Day, Slot } from '../times/day.ts';
import type { MoveView } from './MoveStep.tsx';
import { OtherTimes } from './OtherTimes.tsx';
import { Refused } from './Refused.tsx';
import type { Visit } from './visit.queries.ts';

/** Why the visit was not moved, that it stands, and what to do now. */
export function MoveRefused(props: {
  readonly token: string;
  readonly visit: Visit;
  readonly view: MoveView;
  readonly problem: ApiProblem;
  readonly day: Day | undefined;
  readonly slot: Slot | undefined;
  readonly settled: () => void;
}) {
  const { token, visit, view, problem, day, slot, settled } = props;
  const { code } = problem;
  const speech = useSpeech();
  const { t } = speech;
  const client = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  // What was refused was decided on something newer than what we show.
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ['times'] });
    box.current?.scrollIntoView({ behavior: smoothly(), block: 'center' });
  }, [client]);
  const isGone = code === 'slot_taken' || code === 'slot_not_bookable';
  return (
    <div ref={box}>
      {isGone ? (
        <Notice urgent tone="heed" title={code === 'slot_taken' ? t.booking.slotTaken : t.booking.notFree}>
          <OtherTimes {...{ token, visit, view, day, settled }} alternatives={problem.problem.alternatives} />
        </Notice>
      ) : (
        <Refused visit={visit} problem={problem}>
          {code === 'price_changed' && slot ? (
            <p>
              {t.manage.priceChanged({
                now: priceText({ cents: slot.priceCents, from: visit.priceFrom }, visit.booking.currency, speech),
              })}
            </p>
          ) : undefined}
        </Refused>
      )}
    </div>
  );
}

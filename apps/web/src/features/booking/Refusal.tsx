import type { SalonAnswer } from '@salon/contracts/salon';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import type { ApiProblem } from '../../lib/http.ts';
import { endInWords } from '../../lib/read-only.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { smoothly } from '../../ui/smoothly.ts';
import { UntilOver } from '../read-only/UntilOver.tsx';
import { CallSalon } from '../salon/CallSalon.tsx';
import type { Day } from '../times/day.ts';
import { NoLongerFree } from './NoLongerFree.tsx';
import { servicesOf } from './offer.ts';
import { TooComplex } from './TooComplex.tsx';
import { priceText } from './total.ts';
import { useWish } from './use-wish.ts';

/** Why it was not booked, and what to do now; everything that was typed is still there. */
export function Refusal(props: {
  readonly page: SalonAnswer;
  readonly problem: ApiProblem;
  readonly day: Day | undefined;
  readonly before: number | undefined;
  readonly now: number | undefined;
  readonly settled: () => void;
}) {
  const { code } = props.problem;
  const client = useQueryClient();
  const box = useRef<HTMLDivElement>(null);
  // What was refused was decided on something newer than what we show.
  useEffect(() => {
    void client.invalidateQueries({ queryKey: ['times'] });
    void client.invalidateQueries({ queryKey: ['salon'] });
    box.current?.scrollIntoView({ behavior: smoothly(), block: 'center' });
  }, [client]);
  return (
    <div ref={box}>
      {code === 'slot_taken' || code === 'slot_not_bookable' ? (
        <NoLongerFree
          page={props.page}
          day={props.day}
          alternatives={props.problem.problem.alternatives}
          taken={code === 'slot_taken'}
          settled={props.settled}
        />
      ) : (
        <Said {...props} />
      )}
    </div>
  );
}

function Said({ page, problem, before, now }: Parameters<typeof Refusal>[0]) {
  const speech = useSpeech();
  const { t, f } = speech;
  const { wish, pathOf } = useWish(page.salon.slug, page);
  const { salon } = page;
  const from = servicesOf(wish, page).some(({ priceFrom }) => priceFrom);
  const price = (cents: number) => priceText({ cents, from }, salon.currency, speech);
  switch (problem.code) {
    case 'price_changed':
      return (
        <Notice urgent tone="heed" title={t.booking.priceChanged}>
          {before !== undefined && now !== undefined && before !== now ? (
            <p>
              {t.booking.priceChangedMore({
                before: price(before),
                now: price(now),
              })}
            </p>
          ) : null}
        </Notice>
      );
    case 'call_salon':
    case 'booking_paused':
      return (
        <Notice urgent tone="info" title={t.problems[problem.code]}>
          {salon.phone === null ? null : <p>{t.booking.callSalonMore}</p>}
          <CallSalon phone={salon.phone} />
        </Notice>
      );
    case 'read_only': {
      const time = endInWords(problem.problem.estimatedRecovery, salon.timezone, f);
      return (
        <UntilOver title={t.booking.readOnly}>
          <p>{time === undefined ? t.booking.readOnlySoon : t.booking.readOnlyUntil({ time })}</p>
        </UntilOver>
      );
    }
    case 'basket_too_complex':
      return <TooComplex page={page} />;
    case 'service_not_found':
    case 'staff_not_found':
      return (
        <Notice urgent tone="heed" title={t.problems[problem.code]}>
          <LinkButton
            href={pathOf({ ...wish, step: problem.code === 'staff_not_found' ? 'person' : 'services' })}
            look="soft"
          >
            {t.booking.change}
          </LinkButton>
        </Notice>
      );
    case 'invalid_request':
    case 'payload_too_large':
      return (
        <Notice urgent tone="heed" title={t.problems[problem.code]}>
          <LinkButton href={pathOf({ ...wish, step: 'details' })} look="soft">
            {t.booking.changeDetails}
          </LinkButton>
        </Notice>
      );
    default:
      return <Notice urgent tone="wrong" title={t.problems[problem.code]} />;
  }
}

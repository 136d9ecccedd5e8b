import type { SalonAnswer } from '@salon/contracts/salon';
import { Suspense, useEffect } from 'react';
import { usePageTitle } from '../../app/page-title.ts';
import { part } from '../../app/part.ts';
import { useSpeech } from '../../i18n/Speech.tsx';
import { classes } from '../../ui/classes.ts';
import { basketPart } from '../basket/basket-part.ts';
import { StartGone } from '../basket/StartGone.tsx';
import { PausedNotice } from './PausedNotice.tsx';
import { SendingNotice } from './SendingNotice.tsx';
import { ServicesStep } from './ServicesStep.tsx';
import { StepSkeleton } from './StepSkeleton.tsx';
import { StepTop } from './StepTop.tsx';
import { useBookingSending } from './use-booking-sending.ts';
import { useDetails } from './use-details.ts';
import { useWish } from './use-wish.ts';
import { WishCard } from './WishCard.tsx';

const laterStep = () => import('./LaterStep.tsx').then((m) => m.LaterStep);
const LaterStep = part(laterStep);
const WishTold = part(() => import('../../learning/WishTold.tsx').then((m) => m.WishTold));
/** By then the first step is drawn; what comes after the first tap is fetched while somebody reads. */
const READING_MS = 1_500;

/** The steps to a visit, one at a time; what is chosen so far stands beside them where there is room. */
export function BookingFlow({ page }: { readonly page: SalonAnswer }) {
  const { t, language } = useSpeech();
  const { salon, policy } = page;
  const { wish, change } = useWish(salon.slug, page);
  const details = useDetails(salon.slug);
  const sending = useBookingSending(page);
  usePageTitle(t.shell.bookTitle({ salon: salon.name }));
  useEffect(() => {
    const ahead = setTimeout(() => {
      for (const load of [basketPart, laterStep]) void load().catch(() => undefined);
    }, READING_MS);
    return () => clearTimeout(ahead);
  }, []);

  // Nobody checks what is not complete: a shared link, or a tab opened anew.
  const incomplete = wish.step === 'check' && !details.complete;
  useEffect(() => {
    if (incomplete) change({ ...wish, step: 'details' }, { replace: true });
  }, [incomplete]);

  if (policy.paused && sending.state.kind === 'idle') return <PausedNotice page={page} />;
  const step = incomplete ? 'details' : wish.step;
  return (
    <div className="flex flex-1 flex-col desk:grid desk:grid-cols-[minmax(0,1fr)_21rem] desk:items-start desk:gap-x-12">
      <div className={classes('flex min-w-0 flex-1 flex-col gap-6', step === 'check' && 'desk:col-span-2')}>
        {step === 'services' ? null : <StepTop page={page} />}
        {step === 'check' ? null : <SendingNotice sending={sending} />}
        <StartGone wish={wish} shown={step === 'time'} />
        {step === 'services' ? (
          <ServicesStep page={page} />
        ) : (
          <Suspense fallback={<StepSkeleton />}>
            <LaterStep key={step} step={step} page={page} details={details} sending={sending} />
          </Suspense>
        )}
      </div>
      {step === 'check' ? null : <WishCard page={page} />}
      <Suspense fallback={null}>
        <WishTold page={page} wish={wish} forOther={details.details.forOther} language={language} />
      </Suspense>
    </div>
  );
}

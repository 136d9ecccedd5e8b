import type { SalonAnswer } from '@salon/contracts/salon';
import { useEffect, useRef } from 'react';
import { whileConsenting } from '../consent/consent.ts';
import type { Wish } from '../features/booking/wish.ts';
import type { Language } from '../i18n/language.ts';
import { stepsReached, tellSteps } from './steps-reached.ts';
import { tell } from './tell.ts';
import { wishEvents } from './wish-events.ts';

/** Whoever is gone sooner has not seen the page. */
const SEEN_MS = 1_500;

/** Tells of the way to a visit: how far it got, as a count; and of each step, where the visitor consented to it. Shows nothing. */
export function WishTold(props: {
  readonly page: SalonAnswer;
  readonly wish: Wish;
  readonly forOther: boolean;
  readonly language: Language;
}) {
  const { page, wish, forOther, language } = props;
  const { slug } = page.salon;
  const last = useRef(wish);
  /** As it is when she agrees: another language later on begins nothing anew. */
  const spoken = useRef(language);
  spoken.current = language;
  useEffect(
    () =>
      whileConsenting((agrees) => {
        if (agrees) tell(slug, 'booking_started', { language: spoken.current });
      }),
    [],
  );
  useEffect(() => {
    for (const told of wishEvents(last.current, wish, { today: page.today.date, forOther })) tell(slug, ...told);
    last.current = wish;
    const reached = stepsReached(wish);
    const seen = setTimeout(() => tellSteps(slug, reached), reached.length > 1 ? 0 : SEEN_MS);
    return () => clearTimeout(seen);
  }, [wish]);
  return null;
}

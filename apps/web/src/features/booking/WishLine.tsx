import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { firstName, personOf, servicesOf, totalOf } from './offer.ts';
import { useWish } from './use-wish.ts';
import { ANYBODY } from './wish.ts';

/** What is wanted so far, in one line: on a phone the card that says it has no room. */
export function WishLine({ page }: { readonly page: SalonAnswer }) {
  const { t, f } = useSpeech();
  const { wish } = useWish(page.salon.slug, page);
  const services = servicesOf(wish, page);
  const person = personOf(wish, page);
  const parts = [services.map(({ name }) => name).join(', '), f.duration(totalOf(services).minutes)];
  if (wish.step !== 'person' && wish.whom !== null) {
    parts.push(
      wish.whom === ANYBODY || !person ? t.booking.withAnybody : t.booking.with({ name: firstName(person.name) }),
    );
  }
  return <p className="numbers text-soft desk:hidden">{parts.join(' · ')}</p>;
}

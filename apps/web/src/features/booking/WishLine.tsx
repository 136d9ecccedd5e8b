import type { SalonAnswer } from '@salon/contracts/salon';
import { ChevronDown } from 'lucide-react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { BasketSheet } from '../basket/BasketSheet.tsx';
import { useSheet } from '../basket/use-sheet.ts';
import { namesOf, servicesOf, whomAt, withWhom } from './offer.ts';
import { durationText, totalOf } from './total.ts';
import { useChosenSlot } from './use-chosen-slot.ts';
import { useWish } from './use-wish.ts';

/** What is wanted so far, in one line that opens the basket: on a phone the card that says it has no room. */
export function WishLine({ page }: { readonly page: SalonAnswer }) {
  const speech = useSpeech();
  const { t, f } = speech;
  const { wish } = useWish(page.salon.slug, page);
  const { slot } = useChosenSlot(page, wish);
  const { open, within, close, opener } = useSheet();
  const services = servicesOf(wish, page);
  const duration = slot ? f.duration(slot.durationMinutes) : durationText(totalOf(services, wish.whom), speech);
  const parts = [namesOf(services, t), duration];
  if (wish.step !== 'person' && wish.whom !== null) {
    parts.push(withWhom({ ...wish, whom: whomAt(slot, wish.whom) }, page, speech));
  }
  return (
    <div ref={within} className="desk:hidden">
      <button
        {...opener}
        type="button"
        className="numbers flex min-h-11 w-full cursor-pointer items-center gap-2 text-left text-soft"
      >
        <span className="min-w-0">
          {parts.join(' · ')}
          <span className="sr-only">. {t.basket.show}</span>
        </span>
        <ChevronDown aria-hidden className="size-5 shrink-0" />
      </button>
      {open ? <BasketSheet page={page} slot={slot} close={close} /> : null}
    </div>
  );
}

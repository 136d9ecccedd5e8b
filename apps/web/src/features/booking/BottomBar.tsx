import type { SalonAnswer } from '@salon/contracts/salon';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { BasketSheet } from '../basket/BasketSheet.tsx';
import { useSheet } from '../basket/use-sheet.ts';
import { servicesOf } from './offer.ts';
import { durationText, priceText, totalOf } from './total.ts';
import { useWish } from './use-wish.ts';
import { next } from './wish.ts';

/** On a phone: what is chosen, how long and how much in all, with the basket behind it; and the one next step. */
export function BottomBar({ page }: { readonly page: SalonAnswer }) {
  const { wish } = useWish(page.salon.slug, page);
  return wish.services.length === 0 ? null : <Bar page={page} />;
}

function Bar({ page }: { readonly page: SalonAnswer }) {
  const speech = useSpeech();
  const { t } = speech;
  const { wish, pathOf } = useWish(page.salon.slug, page);
  const { open, within, close, opener } = useSheet();
  const services = servicesOf(wish, page);
  const total = totalOf(services, wish.whom);
  const Chevron = open ? ChevronDown : ChevronUp;
  return (
    <div className="sticky bottom-0 z-10 mt-auto pt-6 desk:hidden">
      <div ref={within} className="relative -mx-4 transition starting:translate-y-4 starting:opacity-0 tablet:-mx-8">
        {open ? <BasketSheet page={page} aboveBar close={close} /> : null}
        <div className="flex items-center gap-4 bg-surface px-4 pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] shadow-bar tablet:px-8">
          <button
            {...opener}
            type="button"
            className="numbers -my-1 flex min-h-12 min-w-0 flex-1 cursor-pointer items-center gap-3 rounded-card text-left leading-snug"
          >
            <span className="min-w-0">
              <span className="flex flex-wrap gap-x-2">
                <span>{t.booking.services({ n: services.length })}</span>
                <span className="whitespace-nowrap font-semibold">{priceText(total, page.salon.currency, speech)}</span>
              </span>
              <span className="block text-small text-soft">{durationText(total, speech)}</span>
              <span className="sr-only">{t.basket.show}</span>
            </span>
            <Chevron aria-hidden className="size-5 shrink-0 text-soft" />
          </button>
          <LinkButton href={pathOf(next(wish, page))}>{t.booking.next}</LinkButton>
        </div>
      </div>
    </div>
  );
}

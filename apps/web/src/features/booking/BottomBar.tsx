import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { priceText, servicesOf, totalOf } from './offer.ts';
import { useWish } from './use-wish.ts';
import { next } from './wish.ts';

/** On a phone: what is chosen, how long and how much in all, and the one next step. */
export function BottomBar({ page }: { readonly page: SalonAnswer }) {
  const speech = useSpeech();
  const { t, f } = speech;
  const { wish, pathOf } = useWish(page.salon.slug, page);
  const services = servicesOf(wish, page);
  if (services.length === 0) return null;
  const total = totalOf(services);
  return (
    <div className="sticky bottom-0 z-10 mt-auto pt-6 desk:hidden">
      <div className="-mx-4 flex items-center transition starting:translate-y-4 starting:opacity-0 gap-4 bg-surface px-4 pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] shadow-bar tablet:-mx-8 tablet:px-8">
        <p className="numbers min-w-0 flex-1 leading-snug">
          <span className="block truncate font-semibold">{priceText(total, page.salon.currency, speech)}</span>
          <span className="block text-small text-soft">
            {t.booking.services({ n: services.length })} · {f.duration(total.minutes)}
          </span>
        </p>
        <LinkButton href={pathOf(next(wish, page))}>{t.booking.next}</LinkButton>
      </div>
    </div>
  );
}

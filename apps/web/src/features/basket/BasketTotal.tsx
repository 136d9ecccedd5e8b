import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { servicesOf } from '../booking/offer.ts';
import { durationText, priceText, totalAt, totalOf } from '../booking/total.ts';
import { useWish } from '../booking/use-wish.ts';
import type { Slot } from '../times/day.ts';

/** How long and how much in all: as far as can be said before a time is chosen, and exactly from then on. */
export function BasketTotal({ page, slot }: { readonly page: SalonAnswer; readonly slot: Slot | undefined }) {
  const speech = useSpeech();
  const { t } = speech;
  const { wish } = useWish(page.salon.slug, page);
  const services = servicesOf(wish, page);
  const total = slot ? totalAt(slot, services) : totalOf(services, wish.whom);
  return (
    <p className="numbers flex justify-between gap-4 border-t border-line pt-4 font-semibold">
      <span>
        {t.booking.total}
        <span className="block text-small font-normal text-soft">{durationText(total, speech)}</span>
      </span>
      <span className="text-right">
        {priceText(total, page.salon.currency, speech)}
        {page.salon.pricesIncludeVat && total.cents > 0 ? (
          <span className="block text-small font-normal text-soft">{t.booking.inclVat}</span>
        ) : null}
      </span>
    </p>
  );
}

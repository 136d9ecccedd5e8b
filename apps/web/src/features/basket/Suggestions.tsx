import type { SalonAnswer } from '@salon/contracts/salon';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Button } from '../../ui/Button.tsx';
import { priceText, termsOf, termsText } from '../booking/total.ts';
import { dismissedAt } from './dismissed.ts';
import { fractionOf, suggestionsFor } from './suggestions.ts';
import type { BasketState } from './use-basket.ts';

/** What people of this salon book with what is chosen, and how often; nothing where that is not known or not wanted. */
export function Suggestions({ page, basket }: { readonly page: SalonAnswer; readonly basket: BasketState }) {
  const speech = useSpeech();
  const { t } = speech;
  const { salon } = page;
  const [dismissal] = useState(() => dismissedAt(salon.slug));
  const [dismissed, setDismissed] = useState(() => dismissal.read() ?? false);
  const suggestions = suggestionsFor(basket.services, basket.together, page.services);
  // Whoever has a time already would lose it for an addition.
  if (dismissed || basket.full || basket.wish.at !== null || suggestions.length === 0) return null;

  function dismiss() {
    dismissal.write(true);
    setDismissed(true);
  }

  return (
    <section aria-labelledby="often-added" className="rounded-card bg-sunken px-4 pt-4 pb-2">
      <h3 id="often-added" className="text-small font-semibold">
        {t.basket.often}
      </h3>
      <ul>
        {suggestions.map(({ serviceId, besides, share }) => {
          const service = page.services.find(({ id }) => id === serviceId);
          if (!service) return null;
          const terms = termsOf(service);
          return (
            <li key={serviceId} className="flex items-center gap-4 py-2">
              <span className="min-w-0 flex-1">
                <span lang={salon.locale}>{service.name}</span>
                <span className="numbers block text-small text-soft">
                  {termsText(terms, speech.f)} · {priceText(terms, salon.currency, speech)}
                </span>
                <span className="block text-small text-soft">
                  {t.basket.share({ ...fractionOf(share), service: basket.nameOf(besides) })}
                </span>
              </span>
              <button
                type="button"
                aria-label={t.basket.add({ service: service.name })}
                onClick={() => basket.add(serviceId)}
                className="flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-full border border-edge bg-surface text-ink transition-colors hover:bg-tint"
              >
                <Plus aria-hidden className="size-5" />
              </button>
            </li>
          );
        })}
      </ul>
      <Button look="plain" className="text-small" onPress={dismiss}>
        {t.basket.notNow}
      </Button>
    </section>
  );
}

import type { SalonAnswer } from '@salon/contracts/salon';
import { Suspense } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { BasketPart } from '../basket/basket-part.ts';
import { useChosenSlot } from './use-chosen-slot.ts';
import { useWish } from './use-wish.ts';
import { next } from './wish.ts';

/** On a desk: everything chosen so far, beside the step, with the way on where the step has none of its own. */
export function WishCard({ page }: { readonly page: SalonAnswer }) {
  const { t } = useSpeech();
  const { wish, pathOf } = useWish(page.salon.slug, page);
  const { slot } = useChosenSlot(page, wish);
  return (
    <aside
      aria-labelledby="your-choice"
      className="sticks top-6 hidden max-h-[calc(100dvh-3rem)] overflow-y-auto rounded-card border border-line bg-surface p-6 desk:block"
    >
      <h2 id="your-choice" className="font-semibold">
        {t.booking.yourChoice}
      </h2>
      {wish.services.length === 0 ? (
        <p className="mt-2 text-soft">{t.booking.nothingChosen}</p>
      ) : (
        <div className="mt-4">
          <Suspense fallback={<Skeleton className="h-40 w-full" />}>
            <BasketPart page={page} slot={slot}>
              {wish.step === 'services' ? (
                <LinkButton href={pathOf(next(wish, page))} className="w-full">
                  {t.booking.next}
                </LinkButton>
              ) : null}
            </BasketPart>
          </Suspense>
        </div>
      )}
    </aside>
  );
}

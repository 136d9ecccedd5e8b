import type { SalonAnswer } from '@salon/contracts/salon';
import { X } from 'lucide-react';
import { Suspense, useEffect, useRef } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { classes } from '../../ui/classes.ts';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { Slot } from '../times/day.ts';
import { BasketPart } from './basket-part.ts';
import { SHEET_ID } from './use-sheet.ts';

/**
 * The basket on demand: on a phone above the bar, or where there is none at the lower edge; on a desk below what opened
 * it. The page stays within reach.
 */
export function BasketSheet(props: {
  readonly page: SalonAnswer;
  readonly slot?: Slot | undefined;
  readonly aboveBar?: boolean;
  readonly close: () => void;
}) {
  const { t } = useSpeech();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section
      id={SHEET_ID}
      aria-labelledby="basket-title"
      className={classes(
        'inset-x-0 overflow-y-auto overscroll-contain rounded-t-card bg-surface px-4 pt-2 pb-4 shadow-bar transition starting:translate-y-4 starting:opacity-0 tablet:px-8',
        props.aboveBar
          ? 'absolute bottom-full max-h-[max(12rem,100dvh-17rem)]'
          : 'fixed bottom-0 z-20 max-h-[75dvh] pb-[calc(1rem+env(safe-area-inset-bottom))] desk:absolute desk:-inset-x-5.25 desk:top-full desk:bottom-auto desk:max-h-none desk:px-5 desk:rounded-card desk:border desk:border-line',
      )}
    >
      <div className="flex items-center justify-between gap-4">
        <h2 ref={heading} id="basket-title" tabIndex={-1} className="font-semibold">
          {t.booking.yourChoice}
        </h2>
        <button
          type="button"
          aria-label={t.basket.close}
          onClick={props.close}
          className="-mr-3 flex size-11 cursor-pointer items-center justify-center rounded-card text-soft hover:text-ink"
        >
          <X aria-hidden className="size-5" />
        </button>
      </div>
      <Suspense fallback={<Skeleton className="h-40 w-full" />}>
        <BasketPart page={props.page} slot={props.slot} withoutTotal={props.aboveBar ?? false} />
      </Suspense>
    </section>
  );
}

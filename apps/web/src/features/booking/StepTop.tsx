import type { SalonAnswer } from '@salon/contracts/salon';
import { ChevronLeft } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useWish } from './use-wish.ts';
import { previous, stepsOf } from './wish.ts';

/** The way back, and how far it is. */
export function StepTop({ page }: { readonly page: SalonAnswer }) {
  const { t } = useSpeech();
  const { wish, pathOf } = useWish(page.salon.slug, page);
  const before = previous(wish, page);
  const steps = stepsOf(wish, page);
  return (
    <div className="flex items-center justify-between gap-4">
      {before ? (
        <LinkButton href={pathOf(before)} look="plain" onClick={goBackInstead(pathOf(before))}>
          <ChevronLeft aria-hidden className="-ml-1 size-5" />
          {t.shell.back}
        </LinkButton>
      ) : null}
      <p className="numbers text-small text-soft">
        {t.booking.step({ n: steps.indexOf(wish.step) + 1, of: steps.length })}
      </p>
    </div>
  );
}

/** Where the browser's own Back leads to the same step, it is taken: it knows how far one had scrolled. */
function goBackInstead(path: string) {
  return (event: MouseEvent) => {
    // Not every browser has it.
    if (!('navigation' in window)) return;
    const { currentEntry } = window.navigation;
    const last = currentEntry && window.navigation.entries()[currentEntry.index - 1]?.url;
    if (!last || stepOf(new URL(last)) !== stepOf(new URL(path, location.href))) return;
    event.preventDefault();
    history.back();
  };
}

/** A step of a salon's page; what was chosen there may have changed since. */
const stepOf = ({ pathname, searchParams }: URL) => `${pathname} ${searchParams.get('step') ?? ''}`;

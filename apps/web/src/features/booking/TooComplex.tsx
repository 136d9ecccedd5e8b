import type { SalonAnswer } from '@salon/contracts/salon';
import { useSpeech } from '../../i18n/Speech.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useWish } from './use-wish.ts';
import { ANYBODY, whomEach } from './whom.ts';
import { stepsOf } from './wish.ts';

/** More ways to combine the services than can be compared: named people make them fewer, and so do two visits. */
export function TooComplex({ page }: { readonly page: SalonAnswer }) {
  const { t } = useSpeech();
  const { wish, pathOf } = useWish(page.salon.slug, page);
  const isOpen = whomEach(wish.whom, wish.services.length).includes(ANYBODY);
  return (
    <Notice urgent tone="heed" title={t.visit.tooComplex}>
      <p>{t.visit.tooComplexMore}</p>
      <div className="flex flex-wrap gap-3">
        {isOpen && stepsOf(wish, page).includes('person') ? (
          <LinkButton href={pathOf({ ...wish, at: null, step: 'person' })} look="soft">
            {t.visit.choosePeople}
          </LinkButton>
        ) : null}
        <LinkButton href={pathOf({ ...wish, at: null, step: 'services' })} look="soft">
          {t.booking.changeService}
        </LinkButton>
      </div>
    </Notice>
  );
}

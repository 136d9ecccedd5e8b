import type { SalonAnswer } from '@salon/contracts/salon';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { servicesOf, withWhom } from './offer.ts';
import { ServiceWhom } from './ServiceWhom.tsx';
import { useWish } from './use-wish.ts';
import { whomEach, whomInShort } from './whom.ts';
import { chooseWhom } from './wish.ts';

/** With whom each service is wanted: asked where nobody can do them all, or where somebody prefers to choose. */
export function PerService(props: { readonly page: SalonAnswer; readonly nobodyAlone: boolean }) {
  const { page, nobodyAlone } = props;
  const speech = useSpeech();
  const { t } = speech;
  const { wish, change, pathOf } = useWish(page.salon.slug, page);
  const [opened, setOpened] = useState((wish.whom?.length ?? 0) > 1);
  const each = whomEach(wish.whom, wish.services.length);

  if (!opened && !nobodyAlone) {
    return (
      <Button look="plain" onPress={() => setOpened(true)}>
        {t.basket.perService}
        <ChevronDown aria-hidden className="size-5" />
      </Button>
    );
  }
  return (
    <section aria-labelledby="per-service" className="space-y-4">
      <div className="space-y-1">
        <h2 id="per-service" className="font-semibold">
          {t.basket.perService}
        </h2>
        {nobodyAlone ? <p className="text-soft">{t.basket.nobodyAlone}</p> : null}
      </div>
      {servicesOf(wish, page).map((service, index) => (
        <ServiceWhom
          key={service.id}
          page={page}
          service={service}
          whom={each[index]}
          onChange={(whom) => change({ ...chooseWhom(wish, whomInShort(each.with(index, whom))), step: wish.step })}
        />
      ))}
      <div className="flex flex-wrap items-center gap-4">
        <LinkButton href={pathOf(chooseWhom(wish, whomInShort(each)))} className="max-tablet:w-full">
          {t.booking.next}
        </LinkButton>
        <p aria-live="polite" className="text-soft">
          {withWhom({ ...wish, whom: each }, page, speech)}
        </p>
      </div>
    </section>
  );
}

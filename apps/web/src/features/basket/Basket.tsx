import type { SalonAnswer } from '@salon/contracts/salon';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { useWish } from '../booking/use-wish.ts';
import type { Slot } from '../times/day.ts';
import { BasketList } from './BasketList.tsx';
import { BasketTotal } from './BasketTotal.tsx';
import { Chosen } from './Chosen.tsx';
import { itemsOf } from './item.ts';
import { SeveralPeople } from './SeveralPeople.tsx';
import { Suggestions } from './Suggestions.tsx';
import { useBasket } from './use-basket.ts';

/** What is chosen, in its order, with the ways to change it; and what people book with it. */
export function Basket(props: {
  readonly page: SalonAnswer;
  /** The start that is chosen, once it is known: from then on people, minutes and prices are certain. */
  readonly slot?: Slot | undefined;
  /** Total time and price stand elsewhere. */
  readonly withoutTotal?: boolean;
  /** The way on. */
  readonly children?: ReactNode;
}) {
  const { page, slot } = props;
  const { t } = useSpeech();
  const { wish, pathOf } = useWish(page.salon.slug, page);
  const basket = useBasket(page);
  const items = itemsOf(wish, page, slot);
  return (
    <div className="space-y-4">
      <div>
        <BasketList items={items} basket={basket} lang={page.salon.locale} />
        {wish.step === 'services' ? null : (
          <LinkButton href={pathOf({ ...wish, step: 'services' })} look="plain">
            <Plus aria-hidden className="size-5" />
            {t.basket.more}
          </LinkButton>
        )}
      </div>
      <Chosen page={page} slot={slot} each={items.some(({ by }) => by !== undefined)} />
      {props.withoutTotal ? null : <BasketTotal page={page} slot={slot} />}
      {props.children}
      <Suggestions page={page} basket={basket} />
      <SeveralPeople phone={page.salon.phone} />
    </div>
  );
}

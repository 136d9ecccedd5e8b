import type { SalonAnswer } from '@salon/contracts/salon';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../i18n/Speech.tsx';
import { announce } from '../../ui/announce.tsx';
import { useWish } from '../booking/use-wish.ts';
import { chooseServices, MOST_SERVICES } from '../booking/wish.ts';
import { bookedTogetherQuery } from './booked-together.queries.ts';
import { moved, putIn } from './order.ts';

/** The services chosen, and the ways to change them; each change is said to whoever hears the page. */
export function useBasket(page: SalonAnswer) {
  const { t } = useSpeech();
  const { wish, change } = useWish(page.salon.slug, page);
  const { services } = wish;
  // What is put in before this has come is placed without it, and stays there: nothing moves by itself.
  const { data: together } = useQuery({ ...bookedTogetherQuery(page.salon.slug), enabled: services.length > 0 });
  const nameOf = (id: string) => page.services.find((one) => one.id === id)?.name ?? '';

  function set(to: readonly string[], said: string) {
    change(chooseServices(wish, to, page));
    announce(said);
  }
  const placed = (to: readonly string[], id: string) => ({
    service: nameOf(id),
    n: to.indexOf(id) + 1,
    of: to.length,
  });

  return {
    wish,
    services,
    together,
    nameOf,
    full: services.length >= MOST_SERVICES,
    add(id: string): void {
      const to = putIn(services, id, { services: page.services, together });
      const said = placed(to, id);
      set(to, to.length > 1 ? t.basket.addedAs(said) : t.basket.added(said));
    },
    remove(id: string): void {
      const to = services.filter((one) => one !== id);
      set(to, to.length === 0 ? t.basket.emptied : t.basket.removed({ service: nameOf(id) }));
    },
    /** One place to the front (−1) or to the back (+1). */
    move(id: string, by: -1 | 1): void {
      const to = moved(services, id, by);
      set(to, t.basket.moved(placed(to, id)));
    },
  };
}

export type BasketState = ReturnType<typeof useBasket>;

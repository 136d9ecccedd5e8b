import type { SalonAnswer } from '@salon/contracts/salon';
import { useEffect, useRef, useState } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/Button.tsx';
import { SearchField } from '../../ui/SearchField.tsx';
import { useBasket } from '../basket/use-basket.ts';
import { CallSalon } from '../salon/CallSalon.tsx';
import { BottomBar } from './BottomBar.tsx';
import { CategoryChips } from './CategoryChips.tsx';
import type { Service } from './offer.ts';
import { ServiceRow } from './ServiceRow.tsx';
import { searchServices } from './search-services.ts';
import { categoryAnchor } from './use-category-in-view.ts';
import { useWish } from './use-wish.ts';
import { next } from './wish.ts';

/** What is on offer, by kind, with a search; a tap chooses. */
export function ServicesStep({ page }: { readonly page: SalonAnswer }) {
  const { t } = useSpeech();
  const { wish, pathOf } = useWish(page.salon.slug, page);
  const basket = useBasket(page);
  /** What was tapped although nothing more fits, and the services that left no room for it. */
  const [refused, setRefused] = useState({ id: '', services: wish.services });
  const [typed, setTyped] = useState('');
  const nameOf = (service: Service) => page.categories.find(({ id }) => id === service.categoryId)?.name ?? '';
  const found = searchServices(page.services, nameOf, typed);
  const groups = page.categories
    .map((category) => ({ category, services: found.filter(({ categoryId }) => categoryId === category.id) }))
    .filter(({ services }) => services.length > 0);
  const search = useRef<HTMLDivElement>(null);
  const searching = typed.trim() !== '';

  useEffect(() => {
    if (!searching) return;
    // Said once the typing rests, not with every letter.
    const rest = setTimeout(() => announce(t.booking.found({ n: found.length })), 600);
    return () => clearTimeout(rest);
  }, [searching, found.length, t]);

  function toggle(id: string) {
    if (basket.services.includes(id)) return basket.remove(id);
    if (!basket.full) return basket.add(id);
    setRefused({ id, services: wish.services });
    announce(`${t.basket.full} ${t.basket.fullMore}`);
  }

  function showAll() {
    setTyped('');
    search.current?.querySelector('input')?.focus();
  }

  if (page.services.length === 0) {
    return (
      <div className="space-y-4 pt-4">
        <h2 className="font-semibold">{t.booking.noServices}</h2>
        <p className="text-soft">{t.booking.noServicesMore}</p>
        <CallSalon phone={page.salon.phone} />
      </div>
    );
  }
  return (
    <div className="flex flex-1 flex-col">
      <div
        ref={search}
        className="sticks top-0 z-10 -mx-4 bg-ground px-4 pt-1 pb-2 tablet:-mx-8 tablet:px-8 desk:mx-0 desk:px-0"
      >
        <SearchField label={t.booking.search} clear={t.booking.clearSearch} value={typed} onChange={setTyped} />
        {groups.length > 1 && !searching ? (
          <CategoryChips categories={groups.map(({ category }) => category)} lang={page.salon.locale} />
        ) : null}
      </div>
      {groups.map(({ category, services }) => (
        <section key={category.id} aria-labelledby={categoryAnchor(category.id)} className="pt-6">
          <h2
            id={categoryAnchor(category.id)}
            lang={page.salon.locale}
            tabIndex={-1}
            className="scroll-mt-32 font-semibold"
          >
            {category.name}
          </h2>
          <ul className="mt-2 space-y-2">
            {services.map((service) => (
              <ServiceRow
                key={service.id}
                service={service}
                lang={page.salon.locale}
                place={placeOf(service.id, wish.services)}
                refused={refused.id === service.id && refused.services === wish.services}
                onward={pathOf(next(wish, page))}
                onToggle={() => toggle(service.id)}
              />
            ))}
          </ul>
        </section>
      ))}
      {groups.length === 0 ? (
        <div className="space-y-3 py-8">
          <p className="font-semibold">{t.booking.nothingFound({ typed: typed.trim() })}</p>
          <p className="text-soft">{t.booking.nothingFoundMore}</p>
          <Button look="soft" onPress={showAll}>
            {t.booking.showAll}
          </Button>
        </div>
      ) : null}
      <BottomBar page={page} />
    </div>
  );
}

function placeOf(id: string, services: readonly string[]) {
  const index = services.indexOf(id);
  return index < 0 ? null : { n: index + 1, of: services.length };
}

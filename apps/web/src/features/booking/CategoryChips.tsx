import { useEffect, useRef } from 'react';
import { useSpeech } from '../../i18n/Speech.tsx';
import { classes } from '../../ui/classes.ts';
import { smoothly } from '../../ui/smoothly.ts';
import { categoryAnchor, useCategoryInView } from './use-category-in-view.ts';

/** The kinds of services; which one is being read is marked, and a tap goes there. */
export function CategoryChips(props: {
  readonly categories: readonly { readonly id: string; readonly name: string }[];
  readonly lang: string;
}) {
  const { categories, lang } = props;
  const { t } = useSpeech();
  const { current, pick } = useCategoryInView(categories.map(({ id }) => id));
  const list = useRef<HTMLUListElement>(null);

  useEffect(() => {
    const chip = list.current?.querySelector<HTMLElement>('[aria-current]');
    if (!chip || !list.current) return;
    const middle = chip.offsetLeft - (list.current.clientWidth - chip.offsetWidth) / 2;
    list.current.scrollTo({ left: middle, behavior: smoothly() });
  }, [current]);

  function goTo(id: string) {
    pick(id);
    const heading = document.getElementById(categoryAnchor(id));
    heading?.scrollIntoView({ behavior: smoothly(), block: 'start' });
    heading?.focus({ preventScroll: true });
  }

  return (
    <nav aria-label={t.booking.categories}>
      <ul
        ref={list}
        className="scrollbar-none relative -mx-4 mt-2 flex gap-2 overflow-x-auto px-4 py-0.5 tablet:-mx-8 tablet:px-8 desk:mx-0 desk:px-0.5"
      >
        {categories.map(({ id, name }) => (
          <li key={id} lang={lang} className="shrink-0">
            <a
              href={`#${categoryAnchor(id)}`}
              aria-current={id === current ? 'true' : undefined}
              onClick={(event) => {
                event.preventDefault();
                goTo(id);
              }}
              className={classes(
                'flex min-h-11 items-center rounded-full border px-4 text-small font-semibold transition-colors',
                id === current
                  ? 'border-accent bg-accent text-on-accent'
                  : 'border-line bg-surface text-ink hover:border-edge',
              )}
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

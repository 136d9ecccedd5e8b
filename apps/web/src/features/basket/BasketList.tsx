import { useEffect, useRef } from 'react';
import { focusHeading } from '../../ui/Heading.tsx';
import { BasketItem, type Doing } from './BasketItem.tsx';
import type { Item } from './item.ts';
import type { BasketState } from './use-basket.ts';

/** Where a service that was taken out can be put in again; a search may hide it. */
function focusService(id: string) {
  const row = document.getElementById(`service-${id}`);
  if (row) row.focus();
  else focusHeading();
}

/** The services in their order, each to be moved or taken out. */
export function BasketList(props: {
  readonly items: readonly Item[];
  readonly basket: BasketState;
  /** The language that the salon writes in. */
  readonly lang: string;
}) {
  const { basket } = props;
  const { services } = basket;
  const list = useRef<HTMLOListElement>(null);
  const focusNext = useRef<readonly string[]>([]);

  // What was pressed may be gone or stand elsewhere: the focus goes to what does the same, or the next best.
  useEffect(() => {
    const next = focusNext.current.map((name) => list.current?.querySelector<HTMLElement>(`[name="${name}"]`));
    focusNext.current = [];
    next.find((button) => button)?.focus({ preventScroll: true });
  });

  function act(doing: Doing, id: string) {
    const at = services.indexOf(id);
    if (doing === 'remove') {
      const beside = services[at + 1] ?? services[at - 1];
      focusNext.current = beside === undefined ? [] : [`remove ${beside}`];
      basket.remove(id);
      if (beside === undefined) focusService(id);
    } else {
      const other = doing === 'earlier' ? 'later' : 'earlier';
      focusNext.current = [`${doing} ${id}`, `${other} ${id}`];
      basket.move(id, doing === 'earlier' ? -1 : 1);
    }
  }

  return (
    <ol ref={list} className="divide-y divide-line">
      {props.items.map((item, index) => (
        <BasketItem
          key={item.service.id}
          item={item}
          lang={props.lang}
          before={basket.nameOf(services[index - 1] ?? '')}
          after={basket.nameOf(services[index + 1] ?? '')}
          act={act}
        />
      ))}
    </ol>
  );
}

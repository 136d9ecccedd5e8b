import { GripVertical } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { DropIndicator, useDragAndDrop } from 'react-aria-components/useDragAndDrop';
import { classes } from './classes.ts';
import { keepEarlyKeys } from './early-keys.ts';
import { reordered } from './reordered.ts';

/**
 * A list that is put into another order by dragging, or with the keyboard: Enter on a handle, arrows, Enter. Where each
 * would come to lie is said to whoever hears the page.
 */
export function SortableList<Item extends { readonly id: string; readonly name: string }>(props: {
  readonly label: string;
  readonly items: readonly Item[];
  readonly onOrder: (ids: string[]) => void;
  readonly render: (item: Item) => ReactNode;
  /** Where one of them leads. */
  readonly href?: (item: Item) => string;
  /** What happens when one of them is pressed. */
  readonly onChoose?: (item: Item) => void;
  /** What a handle is called. */
  readonly handle: (name: string) => string;
}) {
  const { items, href, onChoose } = props;
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) =>
      props.onOrder(
        reordered(
          items.map(({ id }) => id),
          new Set([...keys].map(String)),
          String(target.key),
          target.dropPosition === 'after',
        ),
      ),
    renderDropIndicator: (target) => (
      <DropIndicator target={target} className="h-1 rounded-full data-drop-target:bg-accent" />
    ),
  });
  return (
    <GridList
      aria-label={props.label}
      items={items}
      dragAndDropHooks={dragAndDropHooks}
      dependencies={[props.render]}
      className="-mx-2 outline-none"
    >
      {(item: Item) => (
        <GridListItem
          id={item.id}
          textValue={item.name}
          {...(href ? { href: href(item) } : {})}
          {...(onChoose ? { onAction: () => onChoose(item) } : {})}
          className={classes(
            (href || onChoose) && 'cursor-pointer',
            'flex min-h-14 items-center gap-1 rounded-card outline-none hover:bg-sunken data-dragging:opacity-50 data-focus-visible:outline-3 data-focus-visible:outline-focus data-focus-visible:-outline-offset-3',
          )}
        >
          <Button
            slot="drag"
            aria-label={props.handle(item.name)}
            onPress={({ pointerType }) => {
              if (pointerType === 'keyboard') keepEarlyKeys(atAPlace);
            }}
            className="flex size-11 shrink-0 cursor-grab items-center justify-center rounded-card text-soft data-focus-visible:outline-3 data-focus-visible:outline-focus data-focus-visible:-outline-offset-3"
          >
            <GripVertical aria-hidden className="size-5" />
          </Button>
          <div className="min-w-0 flex-1 py-2 pr-3">{props.render(item)}</div>
        </GridListItem>
      )}
    </GridList>
  );
}

/** Whether the focus is on a place where what is being moved would come to lie. */
const atAPlace = () => document.activeElement?.closest('[data-drop-target]') != null;

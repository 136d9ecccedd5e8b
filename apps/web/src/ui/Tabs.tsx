import { type ReactNode, useEffect, useRef } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components/Tabs';

type TabOf = { readonly id: string; readonly title: string; readonly content: ReactNode };

/** Several views of one thing, of which one is seen; `chosen` belongs to the address where that makes sense. */
export function Tabs(props: {
  readonly label: string;
  readonly tabs: readonly TabOf[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the chosen one may lie beyond the edge; the page itself stays where it is. Tabs are drawn a moment later.
    const frame = requestAnimationFrame(() => {
      const [row, tab] = [list.current, list.current?.querySelector<HTMLElement>('[aria-selected="true"]')];
      if (row && tab) row.scrollLeft = tab.offsetLeft - (row.clientWidth - tab.offsetWidth) / 2;
    });
    return () => cancelAnimationFrame(frame);
  }, [props.chosen]);
  return (
    <AriaTabs selectedKey={props.chosen} onSelectionChange={(key) => props.onChoose(String(key))}>
      <TabList
        ref={list}
        aria-label={props.label}
        className="scrollbar-none relative flex gap-1 overflow-x-auto border-line border-b pr-8 [mask-image:linear-gradient(to_right,black_calc(100%-2.5rem),transparent)] tablet:pr-0 tablet:[mask-image:none]"
      >
        {props.tabs.map(({ id, title }) => (
          <Tab
            key={id}
            id={id}
            className="-mb-px flex min-h-11 shrink-0 cursor-pointer items-center border-transparent border-b-3 px-3 font-semibold text-soft outline-none hover:text-ink data-focus-visible:outline-3 data-focus-visible:outline-focus data-focus-visible:-outline-offset-3 data-selected:border-accent data-selected:text-ink"
          >
            {title}
          </Tab>
        ))}
      </TabList>
      {props.tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="pt-5 outline-none">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

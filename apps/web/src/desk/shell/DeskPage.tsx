import type { ReactNode } from 'react';
import { usePageTitle } from '../../app/page-title.ts';
import { classes } from '../../ui/classes.ts';
import { CONTENT } from '../../ui/Page.tsx';
import { useDesk } from '../lib/desk.ts';
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx';

/**
 * The content of one page of the desk, named in the tab. `full`: as high and wide as the window leaves, and never
 * scrolled by the page, for what scrolls in itself; otherwise it has the width of a text.
 */
export function DeskPage(props: { readonly title: string; readonly full?: boolean; readonly children: ReactNode }) {
  const { salon } = useDesk();
  usePageTitle(`${props.title} · ${salon.name}`);
  return (
    <main
      id={CONTENT}
      tabIndex={-1}
      className={classes(
        'min-w-0 flex-1',
        props.full
          ? 'flex h-[calc(100dvh-var(--desk-top)-var(--desk-bottom))] flex-col overflow-hidden print:h-auto print:overflow-visible'
          : 'mx-auto w-full max-w-[64rem] space-y-6 px-4 pt-6 pb-12 tablet:px-8',
      )}
    >
      <ReadOnlyBanner timeZone={salon.timezone} />
      {props.children}
    </main>
  );
}

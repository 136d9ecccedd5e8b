import type { ReactNode } from 'react';
import { usePageTitle } from '../../app/page-title.ts';
import { classes } from '../../ui/classes.ts';
import { CONTENT } from '../../ui/Page.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { LanguageButton } from './LanguageButton.tsx';

/** A page of the desk that belongs to no salon: in the middle, narrow unless much stands on it. */
export function Alone(props: { readonly title: string; readonly wide?: boolean; readonly children: ReactNode }) {
  const { t } = useDeskSpeech();
  usePageTitle(`${props.title} · ${t.shell.product}`);
  return (
    <div
      className={classes(
        'mx-auto flex min-h-dvh w-full flex-col px-4 pt-[env(safe-area-inset-top)]',
        props.wide ? 'max-w-3xl' : 'max-w-md',
      )}
    >
      <main id={CONTENT} tabIndex={-1} className="flex flex-1 flex-col gap-6 py-8">
        {props.children}
      </main>
      <footer className="pb-6">
        <LanguageButton />
      </footer>
    </div>
  );
}

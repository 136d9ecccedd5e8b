import type { ReactNode } from 'react';
import { usePageTitle } from '../../app/page-title.ts';
import { CONTENT } from '../../ui/Page.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';

/** A page of the desk that belongs to no salon: narrow, in the middle. */
export function Alone(props: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useDeskSpeech();
  usePageTitle(`${props.title} · ${t.shell.product}`);
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-4 pt-[env(safe-area-inset-top)]">
      <main id={CONTENT} tabIndex={-1} className="flex flex-1 flex-col gap-6 py-8">
        {props.children}
      </main>
    </div>
  );
}

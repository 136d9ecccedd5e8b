import type { ReactNode } from 'react';

/** Where the skip link leads. */
export const CONTENT = 'content';

/** Head, content and foot of a page, in one width. */
export function Page(props: { readonly head?: ReactNode; readonly foot?: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-[70rem] flex-col px-4 pt-[env(safe-area-inset-top)] tablet:px-8">
      <header className="py-3">{props.head}</header>
      <main id={CONTENT} tabIndex={-1} className="flex flex-1 flex-col pb-8">
        {props.children}
      </main>
      <footer className="border-line border-t py-4 empty:hidden">{props.foot}</footer>
    </div>
  );
}

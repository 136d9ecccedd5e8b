import type { ReactNode } from 'react';

/** A part of a page with a heading of its own: what it is about, what can be done with all of it, and its content. */
export function Panel(props: {
  readonly title: string;
  readonly description?: string;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <section className="space-y-4 rounded-card border border-line bg-surface p-4 tablet:p-6">
      <header className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 max-w-2xl">
          <h2 className="font-semibold">{props.title}</h2>
          {props.description ? <p className="text-soft">{props.description}</p> : null}
        </div>
        {props.actions ? <div className="flex flex-wrap gap-3">{props.actions}</div> : null}
      </header>
      {props.children}
    </section>
  );
}

import type { ReactNode } from 'react';

/** How what leads to a change of a part looks. */
export const CHANGE_LOOK =
  '-my-2 flex min-h-11 shrink-0 cursor-pointer items-center text-small font-semibold text-accent-ink underline-offset-4 hover:underline';

/** A part of what will be booked, with the way to change it beside it. */
export function CheckPart(props: { readonly change: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex items-start justify-between gap-4 py-4">
      <div className="min-w-0 flex-1 space-y-1">{props.children}</div>
      {props.change}
    </div>
  );
}

import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

/** Where nothing is yet: what would be here, and what to do about it. */
export function EmptyState(props: {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) {
  const { icon: Icon } = props;
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-2 py-12 text-center">
      <Icon aria-hidden className="size-8 text-soft" />
      <p className="font-semibold">{props.title}</p>
      {props.text ? <p className="text-soft">{props.text}</p> : null}
      {props.children ? <div className="mt-3 flex flex-wrap justify-center gap-3">{props.children}</div> : null}
    </div>
  );
}

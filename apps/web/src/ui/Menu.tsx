import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger, Separator } from 'react-aria-components/Menu';
import { Popover, type PopoverProps } from 'react-aria-components/Popover';
import { useLocation } from 'wouter';

/** A menu that opens from what stands first in it: a button. */
export function MenuOf(props: {
  readonly button: ReactNode;
  readonly label: string;
  readonly placement?: PopoverProps['placement'];
  readonly children: ReactNode;
}) {
  return (
    <MenuTrigger>
      {props.button}
      <Popover
        placement={props.placement ?? 'bottom end'}
        className="max-w-[calc(100vw-1rem)] min-w-64 overflow-auto rounded-card border border-line bg-surface p-1.5 shadow-float"
      >
        <AriaMenu aria-label={props.label} className="outline-none">
          {props.children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** One thing to do, or one place to go. */
export function MenuItem(props: {
  readonly icon?: LucideIcon;
  readonly text: string;
  readonly more?: string;
  readonly href?: string;
  /** Opens beside what one is doing. */
  readonly newTab?: boolean;
  readonly lang?: string;
  readonly current?: boolean;
  readonly onAction?: () => void;
}) {
  const { icon: Icon, text, more, href, onAction } = props;
  // As a link it would load the page anew: what tells React Aria otherwise comes only with all of it.
  const [, navigate] = useLocation();
  return (
    <AriaMenuItem
      textValue={text}
      {...(href !== undefined && props.newTab ? { href, target: '_blank', rel: 'noopener' } : {})}
      onAction={() => {
        if (href !== undefined && !props.newTab) navigate(href);
        onAction?.();
      }}
      {...(props.current ? { 'aria-current': 'true' as const } : {})}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-card px-3 py-2 text-body outline-none data-focused:bg-sunken data-disabled:opacity-60"
    >
      {Icon ? <Icon aria-hidden className="size-5 shrink-0 text-soft" /> : null}
      <span className="min-w-0" lang={props.lang}>
        <span className={props.current ? 'font-semibold' : undefined}>{text}</span>
        {more ? <span className="block text-small text-soft">{more}</span> : null}
      </span>
    </AriaMenuItem>
  );
}

export function MenuLine() {
  return <Separator className="my-1.5 border-line border-t" />;
}

import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { classes } from '../../ui/classes.ts';
import type { PlannedItem } from '../visit-plan/visit-plan.ts';
import type { Slot } from './day.ts';

/** A start that can be taken, with what is said of it. */
export type TimeChoice = {
  readonly slot: Slot;
  readonly href: string;
  readonly chosen: boolean;
  /** Where times differ in it. */
  readonly price: string | undefined;
  /** Who would do it, where times differ in it. */
  readonly who: string | undefined;
  /** For several services: the wall-clock time at which the visit ends. */
  readonly until: string | undefined;
  /** How a visit of several services would go. */
  readonly plan: readonly PlannedItem[] | undefined;
};

/** A start that can be tapped; the chosen one stands out. */
export function TimeLink(props: {
  readonly href: string;
  readonly chosen: boolean;
  readonly className: string;
  /** How it looks while it is not the chosen one. */
  readonly plain: string;
  readonly children: ReactNode;
}) {
  const { href, chosen, className, plain } = props;
  return (
    <li>
      <Link
        href={href}
        aria-current={chosen ? 'true' : undefined}
        className={classes(
          'h-full rounded-card transition-colors',
          className,
          chosen ? 'bg-accent text-on-accent' : plain,
        )}
      >
        {props.children}
      </Link>
    </li>
  );
}

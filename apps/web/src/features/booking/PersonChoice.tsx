import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { classes } from '../../ui/classes.ts';

/** One of those it can be done by; a tap leads on to their times. */
export function PersonChoice(props: {
  readonly href: string;
  readonly chosen: boolean;
  readonly name: string;
  readonly about: string | null;
  /** How long it takes with them and what it costs, where it matters who does it. */
  readonly terms?: { readonly duration: string; readonly price: string } | undefined;
  /** The language of what is said about them, if the salon wrote it. */
  readonly lang?: string;
  readonly picture: ReactNode;
}) {
  return (
    <li>
      <Link
        href={props.href}
        aria-current={props.chosen ? 'true' : undefined}
        className={classes(
          'flex items-center gap-4 rounded-card border px-4 py-3 transition-colors',
          props.chosen ? 'border-accent bg-tint' : 'border-line bg-surface hover:border-edge',
        )}
      >
        {props.picture}
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">{props.name}</span>
          {props.about ? (
            <span lang={props.lang} className="block text-small text-soft">
              {props.about}
            </span>
          ) : null}
          {props.terms ? (
            <span className="numbers block text-small">
              {props.terms.duration} · {props.terms.price}
            </span>
          ) : null}
        </span>
        <ChevronRight aria-hidden className="size-5 shrink-0 text-soft" />
      </Link>
    </li>
  );
}

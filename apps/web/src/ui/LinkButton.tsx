import type { MouseEventHandler, ReactNode } from 'react';
import { Link } from 'wouter';
import { type ButtonLook, buttonLook } from './button-look.ts';

/** A link within the page that looks like a button. */
export function LinkButton(props: {
  readonly href: string;
  readonly look?: ButtonLook;
  readonly className?: string;
  /** Comes before the link is followed, and may prevent it. */
  readonly onClick?: MouseEventHandler;
  readonly children: ReactNode;
}) {
  const { href, look = 'solid', className, onClick, children } = props;
  return (
    <Link href={href} {...(onClick ? { onClick } : {})} className={buttonLook(look, className)}>
      {children}
    </Link>
  );
}

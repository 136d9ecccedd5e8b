import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps } from 'react-aria-components/Button';
import { type ButtonLook, buttonLook } from './button-look.ts';
import { classes } from './classes.ts';
import { Spinner } from './Spinner.tsx';

type Props = Omit<ButtonProps, 'children' | 'className' | 'style'> & {
  readonly look?: ButtonLook;
  readonly className?: string;
  /** What it does is on its way: it keeps its focus, and takes no further press. Its words should say so. */
  readonly isPending?: boolean;
  readonly children: ReactNode;
};

/** Something to press. */
export function Button({ look = 'solid', className, isPending = false, children, ...rest }: Props) {
  const { onPress, type, ...others } = rest;
  return (
    <AriaButton
      {...others}
      {...(type && !isPending ? { type } : {})}
      {...(onPress && !isPending ? { onPress } : {})}
      {...(isPending ? { 'aria-disabled': true } : {})}
      className={buttonLook(look, classes(isPending && 'cursor-progress', className))}
    >
      {isPending ? <Spinner /> : null}
      {children}
    </AriaButton>
  );
}

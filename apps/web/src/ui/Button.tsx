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
  /** It has only just come to stand here: it keeps its focus and its look, and takes no press yet. */
  readonly isNew?: boolean;
  readonly children: ReactNode;
};

/** Something to press. */
export function Button({ look = 'solid', className, isPending = false, isNew = false, children, ...rest }: Props) {
  const { onPress, type, ...others } = rest;
  const takesPress = !isPending && !isNew;
  return (
    <AriaButton
      {...others}
      {...(type && takesPress ? { type } : {})}
      {...(onPress && takesPress ? { onPress } : {})}
      {...(!takesPress ? { 'aria-disabled': true } : {})}
      className={buttonLook(look, classes(isPending && 'cursor-progress', className))}
    >
      {isPending ? <Spinner /> : null}
      {children}
    </AriaButton>
  );
}

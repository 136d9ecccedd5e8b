import { type ReactNode, useEffect, useRef } from 'react';
import { classes } from './classes.ts';

let isFirstView = true;
let wentBack = false;
window.addEventListener('popstate', () => {
  wentBack = true;
});

/** Takes the focus back to the heading, when what had it is gone. */
export function focusHeading(): void {
  document.querySelector('h1')?.focus();
}

/**
 * The heading of a view (h1). When one view follows another it takes the focus, so that keyboards and screen readers
 * start there, and the page begins at its top; going back, the browser restores where one was.
 */
export function Heading(props: {
  readonly children: ReactNode;
  readonly size?: 'title' | 'body';
  readonly className?: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!isFirstView) {
      heading.current?.focus({ preventScroll: true });
      if (!wentBack) window.scrollTo(0, 0);
    }
    isFirstView = false;
    wentBack = false;
  }, []);
  return (
    <h1
      ref={heading}
      tabIndex={-1}
      className={classes(props.size === 'body' ? 'text-body' : 'text-title', 'font-semibold', props.className)}
    >
      {props.children}
    </h1>
  );
}

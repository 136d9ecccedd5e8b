import { classes } from './classes.ts';

/** A grey place for something that is on its way; `className` gives its size. */
export function Skeleton({ className }: { readonly className: string }) {
  return (
    <div
      aria-hidden
      className={classes('animate-pulse rounded-card bg-sunken motion-reduce:animate-none', className)}
    />
  );
}

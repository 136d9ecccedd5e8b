import { useState } from 'react';
import { classes } from './classes.ts';
import { initials } from './initials.ts';

/** A face fills its place; of a logo nothing may be missing. */
const FIT = { round: 'bg-sunken object-cover', square: 'object-contain' } as const;

/** A photo, or the initials where there is none (or it does not load). The name stands beside it. */
export function Portrait(props: {
  readonly name: string;
  readonly src: string | null;
  readonly shape: 'round' | 'square';
  readonly className: string;
}) {
  const [broken, setBroken] = useState<string | null>(null);
  const shape = props.shape === 'round' ? 'rounded-full' : 'rounded-card';
  if (props.src !== null && props.src !== broken) {
    return (
      <img
        src={props.src}
        alt=""
        onError={() => setBroken(props.src)}
        className={classes('shrink-0', FIT[props.shape], shape, props.className)}
      />
    );
  }
  return (
    // Not as text of the page: whoever says what she sees on a button means the name.
    <span
      aria-hidden
      data-initials={initials(props.name)}
      className={classes(
        'before:content-[attr(data-initials)] flex shrink-0 select-none items-center justify-center bg-tint font-semibold text-accent-ink',
        shape,
        props.className,
      )}
    />
  );
}

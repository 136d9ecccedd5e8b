import { classes } from '../../ui/classes.ts';

const LINES = 'repeating-linear-gradient(135deg, currentcolor 0 1.5px, transparent 1.5px 6px)';

/** Lines in the colour of the text, which read as "nobody works on it" whatever the colour: processing time. */
export function Hatching({ className }: { readonly className: string }) {
  return (
    <span
      aria-hidden
      className={classes('border-current border-y forced-color-adjust-none', className)}
      style={{ backgroundImage: LINES }}
    />
  );
}

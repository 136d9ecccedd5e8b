import { classes } from './classes.ts';

/** solid: the one next step of a screen; soft: beside it; plain: in a line of text; danger: takes away. */
export type ButtonLook = 'solid' | 'soft' | 'plain' | 'danger';

const LOOKS: Readonly<Record<ButtonLook, string>> = {
  solid:
    'min-h-12 rounded-card bg-accent px-5 py-2.5 font-semibold text-on-accent hover:bg-accent-strong data-pressed:bg-accent-strong',
  soft: 'min-h-12 rounded-card border border-edge bg-surface px-5 py-2.5 font-semibold text-ink hover:bg-sunken data-pressed:bg-sunken',
  danger:
    'min-h-12 rounded-card border border-wrong bg-surface px-5 py-2.5 font-semibold text-wrong hover:bg-wrong-tint data-pressed:bg-wrong-tint',
  plain:
    'min-h-11 min-w-11 rounded-card px-2 -mx-2 font-semibold text-accent-ink underline-offset-4 hover:underline data-pressed:underline',
};

/** How buttons and links that lead on look. */
export function buttonLook(look: ButtonLook, more?: string): string {
  return classes(
    'inline-flex cursor-pointer items-center justify-center gap-2 text-center text-body transition-colors',
    'data-disabled:cursor-not-allowed data-disabled:opacity-60',
    LOOKS[look],
    more,
  );
}

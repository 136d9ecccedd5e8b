/** How what can be typed into or chosen from looks; with its focus and what is wrong with it. */
export const FIELD_BOX =
  'w-full rounded-card border border-edge bg-surface px-4 text-body text-ink placeholder:text-soft ' +
  'data-focused:border-accent data-focused:outline-2 data-focused:outline-accent data-focused:outline-offset-0 ' +
  'data-invalid:border-wrong data-invalid:outline-wrong';

/** The same around several parts, of which one has the focus. */
export const FIELD_GROUP =
  'flex min-h-12 w-full items-center rounded-card border border-edge bg-surface text-body text-ink ' +
  'data-focus-within:border-accent data-focus-within:outline-2 data-focus-within:outline-accent data-focus-within:outline-offset-0 ' +
  'data-invalid:border-wrong data-invalid:outline-wrong';

/** A small button within a field's box. */
export const FIELD_BUTTON =
  'flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card text-soft hover:text-ink data-disabled:opacity-40';

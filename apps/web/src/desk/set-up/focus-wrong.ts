import { flushSync } from 'react-dom';

/** What can be typed into or pressed; not what a field keeps hidden for the browser. */
const FIELD = ['input', 'textarea', '[role="spinbutton"]', 'button']
  .map((field) => `[data-invalid] ${field}:not([tabindex="-1"], [type="hidden"])`)
  .join();

/**
 * Leads whoever wanted to save to the first field that is wrong, or is there already with what she typed last. What
 * `show` changes is drawn first.
 */
export function focusWrong(within: Element | null, show?: () => void): void {
  if (show) flushSync(show);
  within?.querySelector<HTMLElement>(FIELD)?.focus();
}

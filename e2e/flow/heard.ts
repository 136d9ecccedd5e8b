import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** A control in the accessibility tree that is read out as nothing but its kind. */
const NAMELESS = /^\s*- (button|link|textbox|searchbox|checkbox|radio|img)(?! ")(?=[:\s]|$)/m;

/**
 * The page as it is read out, one line a thing. Every control has a name, and there is one heading of the first level,
 * or the caller would not know where she is.
 */
export async function heard(page: Page): Promise<string> {
  const tree = await page.locator('body').ariaSnapshot();
  expect(tree.match(NAMELESS)?.[0] ?? 'all named').toBe('all named');
  expect(tree.match(/- heading .*\[level=1\]/g)).toHaveLength(1);
  return tree;
}

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DESK, NARROWEST, PHONE } from './browser.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const COLOUR = ['color-contrast', 'link-in-text-block'];
/** The narrowest phone; and what is left of a desk at 200 %. */
const NARROW = [NARROWEST, DESK.width / 2];

/**
 * What is on the page is fit for everybody, in light and dark, on a phone and a desk: axe finds nothing, and nothing is
 * wider than the narrowest screen or one at 200 %. The page is left as it was.
 */
export async function expectFit(page: Page, state: string): Promise<void> {
  const before = page.viewportSize() ?? PHONE;
  const found: string[] = [];
  for (const size of [PHONE, DESK]) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const axe = new AxeBuilder({ page }).setLegacyMode(true);
      // Light and dark differ in their colours alone.
      const { violations } = await (colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules(COLOUR)).analyze();
      for (const { id, nodes } of violations) {
        for (const target of nodes.map((node) => node.target.join(' '))) {
          if (id === 'target-size' && (await isLargeEnough(page, target))) continue;
          found.push(`${size.width} ${colorScheme}: ${id} at ${target}`);
        }
      }
    }
  }
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: PHONE.height });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) found.push(`${width}: ${wide} pixels wide`);
  }
  await page.emulateMedia({ colorScheme: null });
  await page.setViewportSize(before);
  expect(found, state).toEqual([]);
}

/** What lies half below a bar that stands still, where the page happens to be scrolled to, is large enough beside it. */
async function isLargeEnough(page: Page, target: string): Promise<boolean> {
  await page.locator(target).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const axe = new AxeBuilder({ page }).setLegacyMode(true).include(target).withRules('target-size');
  return (await axe.analyze()).violations.length === 0;
}

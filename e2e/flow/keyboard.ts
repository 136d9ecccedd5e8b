import type { Locator, Page } from 'playwright-core';

/** More stops than any page has. */
const MOST_STOPS = 150;

const hasFocus = (locator: Locator) =>
  locator.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));

/** Goes to something with Tab alone, as somebody without a mouse does. Throws when it cannot be reached. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Not reached with Tab: ${target}`);
}

/** Goes to something with Tab and presses it with Enter. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a group of radio buttons with Tab, and from the one that is checked to another with the arrows. */
export async function arrowTo(page: Page, group: Locator, name: string): Promise<void> {
  const wanted = group.getByRole('radio', { name });
  await tabTo(page, group.getByRole('radio', { checked: true }));
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    if (await wanted.isChecked()) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`Not reached with arrows: ${wanted}`);
}

/** Goes to a field with Tab and types. */
export async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

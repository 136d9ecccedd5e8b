import type { Page } from 'playwright-core';

/** posthog-js takes a browser for a program that says of itself that it is driven by one. */
export const PERSON = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
};

/** Lets the pages of a browser with the name of `PERSON` find nothing else that says so. */
export const asPerson = (page: Page) =>
  page.addInitScript(() => {
    Object.defineProperty(navigator, 'webdriver', { get: () => false });
    Object.defineProperty(navigator, 'userAgentData', { get: () => undefined });
  });

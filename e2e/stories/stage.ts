import { randomUUID } from 'node:crypto';
import { localDate } from '@salon/domain/time/wall-clock';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';
import { addDays, type LocalDate } from '../../apps/web/src/lib/dates.ts';
import { launch, visitor } from '../browser/browser.ts';
import { openBook, openSalon, type SalonChanges } from '../product/story-salon.ts';

/** What every story of a file plays on: the product of this run, and a browser, with flags of its own where it needs any. */
export function stage({ args = [] }: { readonly args?: readonly string[] } = {}) {
  const product = inject('product');
  const book = openBook(product.ownerUrl);
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(inject('browser'), args);
  });
  afterAll(async () => {
    await browser?.close();
    await book.end();
  });
  return {
    ...{ product, baseUrl: product.baseUrl, book },
    salon: (changes?: SalonChanges) => openSalon(book, changes),
    /** Somebody with a device; when the story ends, nothing may have broken on any page of hers. */
    async visitor(options?: BrowserContextOptions) {
      const { context, page, complaints } = await visitor(browser, options);
      onTestFinished(async ({ task }) => {
        if (task.result?.state === 'fail') {
          for (const one of context.pages()) {
            console.error(`She was at ${one.url()} and read:\n${await one.locator('body').ariaSnapshot()}`);
          }
        }
        await context.close();
        expect(complaints).toEqual([]);
      });
      return page;
    },
  };
}

/** A day by its distance from the salon's today. */
export const inDays = (days: number): LocalDate => addDays(localDate('Europe/Berlin', Date.now()), days);

/** A customer nobody else is. */
export const customer = (name = 'Anna Petersen') => ({ name, email: `${randomUUID().slice(0, 13)}@kunde.example` });

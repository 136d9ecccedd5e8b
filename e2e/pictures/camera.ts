import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '@salon/db/embedded/start-error';
import type { Page } from 'playwright-core';
import { DESK, PHONE } from '../browser/browser.ts';

/** Takes a picture of what a person sees and keeps it under a name. */
export type Camera = (page: Page, name: string) => Promise<void>;

/** Phones have finer screens than desks; a picture of one shows it. */
export const SIZES = [
  { name: '390', viewport: PHONE, deviceScaleFactor: 1.5 },
  { name: '1280', viewport: DESK, deviceScaleFactor: 1 },
] as const;

/** A folder of pictures is fetched with every checkout, so each is small. */
const LARGEST_BYTES = 60_000;
const QUALITIES = [82, 70, 55, 40];

/** Takes pictures of what a person sees, without scrolling, as `folder/NAME.webp`. Throws StartError if one stays too large. */
export function camera(folder: string, report: (line: string) => void): Camera {
  mkdirSync(folder, { recursive: true });
  return async (page, name) => {
    await page.evaluate(() => document.fonts.ready);
    await page.mouse.move(0, 0);
    for (const quality of QUALITIES) {
      const picture = await page.screenshot({ type: 'webp', quality, caret: 'hide' });
      if (picture.length > LARGEST_BYTES) continue;
      writeFileSync(join(folder, `${name}.webp`), picture);
      return report(`${name}.webp ${Math.round(picture.length / 1000)} kB`);
    }
    throw new StartError(`${name} is larger than ${LARGEST_BYTES / 1000} kB: make the view smaller.`);
  };
}

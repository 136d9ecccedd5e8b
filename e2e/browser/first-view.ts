import type { Page } from 'playwright-core';

/** Opens a salon's page; the scripts that came before its services could be seen, with their gzipped bytes. */
export async function firstView(page: Page, url: string): Promise<readonly { name: string; bytes: number }[]> {
  await page.goto(url);
  await page.getByRole('searchbox').waitFor();
  // Over plain http a browser takes gzip, so what came is what is counted.
  return page.evaluate(() =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ name }) => name.endsWith('.js'))
      .map(({ name, encodedBodySize }) => ({ name: new URL(name).pathname, bytes: encodedBodySize })),
  );
}

/** Bytes of all of these. */
export const total = (scripts: readonly { bytes: number }[]) => scripts.reduce((sum, { bytes }) => sum + bytes, 0);

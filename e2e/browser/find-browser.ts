import { existsSync } from 'node:fs';
import { StartError } from '@salon/db/embedded/start-error';
import { chromium } from 'playwright-core';
import { onPath } from '../../proof/tools/on-path.ts';
import { fetchedChromium } from './fetched-chromium.ts';

/** Where a Chromium may come from; each says where its program is, or nothing. */
export type Sources = {
  /** Named by whoever runs this, as CHROME_PATH. */
  readonly named: string | undefined;
  readonly exists: (file: string) => boolean;
  readonly onPath: (program: string) => string | undefined;
  /** Playwright's own, where somebody has installed it. */
  readonly playwrights: () => string;
  /** npm's, fetched when it is needed; throws where it cannot be had. */
  readonly fetched: () => Promise<string>;
};

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * The program of a Chromium: the one that is named, else the machine's, else Playwright's, else one from npm. Throws
 * StartError where there is none.
 */
export async function findBrowser(sources: Sources = here()): Promise<string> {
  const { named, exists } = sources;
  if (named !== undefined) {
    if (exists(named)) return named;
    throw new StartError(`There is no browser at ${named}: correct CHROME_PATH, or unset it to have one looked for.`);
  }
  const own = sources.playwrights();
  const found = PROGRAMS.map(sources.onPath).find((file) => file !== undefined) ?? (exists(own) ? own : undefined);
  if (found !== undefined) return found;
  try {
    return await sources.fetched();
  } catch (cause) {
    throw new StartError(
      'The stories need a Chromium, and npm could not bring one: install chromium, or name yours with CHROME_PATH.',
      { cause },
    );
  }
}

const here = (): Sources => ({
  named: process.env.CHROME_PATH || undefined,
  exists: existsSync,
  onPath,
  playwrights: () => chromium.executablePath(),
  fetched: fetchedChromium,
});

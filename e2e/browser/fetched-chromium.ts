import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

/** 70 MB, so not a dependency: `npm start` never needs it. */
const PACKAGE = '@sparticuz/chromium';
const VERSION = '153.0.0';
const FOLDER = fileURLToPath(new URL(`../../node_modules/.cache/chromium-${VERSION}`, import.meta.url));

/** A Chromium that npm has: fetched once, unpacked into the temporary folder. Throws where npm cannot bring it. */
export async function fetchedChromium(): Promise<string> {
  if (!existsSync(join(FOLDER, 'node_modules', PACKAGE))) {
    const args = [
      'install',
      `${PACKAGE}@${VERSION}`,
      '--prefix',
      FOLDER,
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
    ];
    await promisify(execFile)('npm', args, { timeout: 300_000 });
  }
  // It then brings its libraries and fonts along, which a machine without a browser seldom has.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x';
  const entry = createRequire(join(FOLDER, 'package.json')).resolve(PACKAGE);
  const { default: chromium } = (await import(pathToFileURL(entry).href)) as {
    default: { executablePath(): Promise<string> };
  };
  return chromium.executablePath();
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { StartError } from '@salon/db/embedded/start-error';

/** Builds the page into a folder, as customers get it, wherever its API is. Throws StartError. */
export async function runVite(
  root: string,
  outDir: string,
  apiOrigin = process.env.VITE_API_ORIGIN ?? '',
): Promise<void> {
  const web = join(root, 'apps/web');
  const vite = join(web, 'node_modules/vite/bin/vite.js');
  // However this was started, customers get what is made for production.
  const env = { ...process.env, NODE_ENV: 'production', VITE_API_ORIGIN: apiOrigin };
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const child = spawn(process.execPath, args, { cwd: web, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, complained, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  if (code === 0) return;
  throw new StartError(
    `The page for customers could not be built: mend what is named here, then try again.\n${said}${complained}`.trim(),
  );
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { giveUp } from './say.mjs';

/** From here on Node runs TypeScript without a flag. */
const OLDEST = [22, 18];

/**
 * The Node that runs everything: the pinned one from npm, or the machine's where npm has none for it (macOS).
 * @param {string} root
 */
export function workspaceNode(root) {
  const pinned = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(pinned)) return pinned;
  const version = process.versions.node;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = OLDEST;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return process.execPath;
  return giveUp(
    `This needs Node ${OLDEST.join('.')} or newer, found ${version}: install a newer Node and run it again.`,
  );
}

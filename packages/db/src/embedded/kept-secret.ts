import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * A random secret that is made once and kept in a file only we can read. Written aside and linked into place: a crash
 * leaves no empty secret, and of two processes starting at once both end up with the same one.
 */
export function keptSecret(file: string, bytes = 32): string {
  const known = readSecret(file);
  if (known) return known;
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.new-${process.pid}`;
  writeFileSync(aside, `${randomBytes(bytes).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  const made = readSecret(file);
  if (!made) throw new Error(`${file} is empty`);
  return made;
}

/** The kept secret, or undefined where none was made yet. */
export function readSecret(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

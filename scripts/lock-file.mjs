// Plain JavaScript, because boot.mjs needs it before the workspace's own Node is installed.
import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * @typedef {{ pid: number, born: string, note: string }} Holder who holds a lock, and what it says about itself
 * @typedef {{ taken: true, recovered: boolean, release: () => void } | { taken: false, holder: Holder }} Lock
 */

/**
 * Takes a lock that dies with its process: a holder that was killed, even if its number was given out again, holds
 * nothing. `recovered` tells that the lock was taken over from such a one.
 * @param {string} file
 * @param {string} note told to whoever finds the lock taken
 * @returns {Lock}
 */
export function takeLock(file, note) {
  makeFolder(dirname(file));
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, JSON.stringify({ pid: process.pid, born: birth(process.pid) ?? '', note }));
  try {
    for (let recovered = false; ; recovered = true) {
      if (linked(aside, file)) return { taken: true, recovered, release: () => release(file) };
      const holder = read(file);
      if (holder && birth(holder.pid) === holder.born) return { taken: false, holder };
      discard(file, holder);
    }
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * Step by step: asked for all steps at once, Node tries for ever where a file system has no room for folders (/proc).
 * @param {string} folder
 */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!existsSync(folder)) throw error;
  }
}

/** @param {string} aside @param {string} file */
function linked(aside, file) {
  try {
    linkSync(aside, file);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Moves a dead holder's lock away. Whoever was faster may have put a new one there: that is put back.
 * @param {string} file @param {Holder | undefined} dead
 */
function discard(file, dead) {
  const away = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, away);
  } catch {
    return;
  }
  const moved = read(away);
  if (moved && (moved.pid !== dead?.pid || moved.born !== dead.born)) linked(away, file);
  rmSync(away, { force: true });
}

/** @param {string} file */
function release(file) {
  if (read(file)?.pid === process.pid) rmSync(file, { force: true });
}

/** @param {string} file @returns {Holder | undefined} */
function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * When a process was born, as the system tells; undefined when it does not live (a zombie does not).
 * @param {number} pid
 */
function birth(pid) {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    }
    // The name stands in brackets and may hold anything, so counting begins after it: state is 0, start time is 19.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The files that decide what is installed.
 * @param {string} root
 */
export function installInputs(root) {
  const members = ['packages', 'apps'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}/package.json`)
      : [],
  );
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...members.sort()];
}

/**
 * One hash over these files: their names, and what stands in them. The machine counts too, because a folder shared by
 * two kinds of machine needs other binaries.
 * @param {string} root @param {string[]} files
 */
export function fingerprint(root, files) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${root}`);
  for (const file of files) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`\0${file}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** @param {string} stamp @param {string} wanted */
export function isStamped(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** @param {string} stamp @param {string} value */
export function writeStamp(stamp, value) {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, value);
}

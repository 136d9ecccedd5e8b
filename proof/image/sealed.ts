import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Image } from './build.ts';

/** Where the image lies while everything around it is sealed: its own place is below /tmp, which becomes a new one. */
const AT = '/mnt';
/** As `read_only: true` and `tmpfs: [/tmp]` of the compose file have it; what follows takes the place of the shell. */
const SEAL = `
  mount --bind "$1" ${AT}
  mount -o remount,bind,ro ${AT}
  mount -o remount,bind,ro /
  mount -t tmpfs -o mode=1777 tmpfs /tmp
  cd ${AT}/app
  shift
  exec "$@"`;

let may: boolean | undefined;

/** Whether mounts of one's own can be made here, as root can where nobody has forbidden it. */
export function mayMount(): boolean {
  may ??= spawnSync('unshare', ['--mount', 'sh', '-ec', `mount --bind / ${AT}`]).status === 0;
  return may;
}

/** How Node of the image is started as its user: on a read-only mount where mounts can be made, else on the files as they are. */
export function sealed({ root, user }: Image, words: readonly string[], env: Record<string, string>) {
  if (!mayMount()) {
    const who = process.getuid?.() === 0 ? user : {};
    return {
      file: join(root, 'usr/local/bin/node'),
      args: [...words],
      options: { ...who, cwd: join(root, 'app'), env },
    };
  }
  const as = ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'];
  const command = [...as, `${AT}/usr/local/bin/node`, ...words];
  return { file: 'unshare', args: ['--mount', 'sh', '-ec', SEAL, 'sh', root, ...command], options: { env } };
}

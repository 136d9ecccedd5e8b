import { execFile } from 'node:child_process';
import { cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, matchesGlob, posix, relative } from 'node:path';
import { promisify } from 'node:util';
import { type Instruction, stagesOf } from './dockerfile.ts';

/** Downloads for every kind of machine; what is needed on this one lies in the store since the checkout was installed. */
const FETCH = 'pnpm fetch';
const PATIENCE_MS = 240_000;
const LARGEST_OUTPUT = 1 << 26;

export type Image = {
  /** What would be the image's root, but for its base. */
  readonly root: string;
  /** What it starts, if it is told nothing else. */
  readonly command: string[];
  readonly user: { uid: number; gid: number };
};

/**
 * Does the steps of the Dockerfile, one by one, in an empty folder: what is copied is copied by .dockerignore, what is run
 * is run, with the folder for `/`. Its two base images are not there (Node is the one that runs this), and nothing is
 * downloaded.
 */
export async function buildImage(checkout: string, folder: string): Promise<Image> {
  const dockerfile = readFileSync(join(checkout, 'Dockerfile'), 'utf8');
  const [building = [], running = []] = stagesOf(dockerfile);
  const built = join(folder, 'build');
  const root = join(folder, 'image');
  await build(building, checkout, built, folder);
  const image = { root, command: [] as string[], user: { uid: 0, gid: 0 } };
  let workdir = '/';
  for (const { verb, rest } of running) {
    if (verb === 'WORKDIR') workdir = rest;
    else if (verb === 'COPY') {
      const [from = '', to = ''] = rest.replace('--from=build ', '').split(' ');
      const source = from === '/usr/local/bin/node' ? process.execPath : join(built, from);
      const target = to.endsWith('/') ? join(to, posix.basename(from)) : to;
      cpSync(source, join(root, posix.resolve(workdir, target)), { recursive: true, verbatimSymlinks: true });
    } else if (verb === 'USER') {
      const [uid = 0, gid = 0] = rest.split(':').map(Number);
      image.user = { uid, gid };
    } else if (verb === 'CMD') image.command = JSON.parse(rest);
  }
  return image;
}

async function build(steps: Instruction[], checkout: string, built: string, folder: string): Promise<void> {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  // Where packages come from stands in the environment; what else stands there is for tests.
  const { NODE_ENV, NODE_OPTIONS, ...inherited } = process.env;
  const env: NodeJS.ProcessEnv = { ...inherited, PATH: `${bin}:${inherited.PATH}` };
  let workdir = built;
  for (const { verb, rest } of steps) {
    if (verb === 'WORKDIR') workdir = join(built, rest);
    if (verb === 'ENV') Object.assign(env, Object.fromEntries([rest.split('=')]));
    mkdirSync(workdir, { recursive: true });
    if (verb === 'COPY') copyFrom(checkout, rest.split(' '), workdir);
    const pnpm = /^npm install --global .*(pnpm@[\d.]+)$/.exec(rest)?.[1];
    if (pnpm !== undefined) {
      writeFileSync(join(bin, 'pnpm'), `#!/bin/sh\nexec npx -y ${pnpm} "$@"\n`, { mode: 0o755 });
    } else if (verb === 'RUN' && rest !== FETCH) {
      const command = rest.replaceAll(/(?<=["=\s])\/app(?=["/\s])/g, workdir);
      const options = { cwd: workdir, env, timeout: PATIENCE_MS, maxBuffer: LARGEST_OUTPUT };
      await promisify(execFile)('sh', ['-ec', command], options).catch(({ stdout, stderr, message }) => {
        throw new Error(`${message}\n${stdout}${stderr}`);
      });
    }
  }
}

/** COPY of what is in the checkout, but for what .dockerignore names. */
function copyFrom(checkout: string, words: string[], target: string): void {
  const ignored = readFileSync(join(checkout, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const filter = (path: string) => !ignored.some((pattern) => matchesGlob(relative(checkout, path), pattern));
  for (const name of words.slice(0, -1)) {
    const to = name === '.' ? target : join(target, name);
    cpSync(join(checkout, name), to, { recursive: true, verbatimSymlinks: true, filter });
  }
}

/** The bytes of all files in a folder; links are not followed. */
export function bytesIn(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesIn(path) : lstatSync(path).size);
  }, 0);
}

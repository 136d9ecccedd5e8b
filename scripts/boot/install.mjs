import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { takeLock } from '../lock-file.mjs';
import { fingerprint, installInputs, isStamped, writeStamp } from './fingerprint.mjs';
import { workspaceNode } from './node.mjs';
import { run } from './run.mjs';
import { giveUp, say } from './say.mjs';

const PNPM = 'pnpm@12.21.0';
const POLL_MS = 200;

/**
 * Installs what the lockfile pins and generates the database client, each only when what it is made from has changed.
 * Two boots at once take turns: the second finds everything done.
 * @param {string} root
 */
export async function install(root) {
  if (steps(root).every((step) => step.done())) return;
  const release = await turn(root);
  try {
    for (const step of steps(root)) {
      if (step.done()) continue;
      say(step.says);
      await step.work();
      writeStamp(step.stamp, step.wanted);
    }
  } finally {
    release();
  }
}

/** @param {string} root */
function steps(root) {
  const packages = {
    says: 'installing packages (the first time this takes half a minute or more)',
    stamp: join(root, 'node_modules', '.salon-installed'),
    wanted: fingerprint(root, installInputs(root)),
    done: () => isStamped(packages.stamp, packages.wanted),
    work: () => installPackages(),
  };
  const client = {
    says: 'generating the database client',
    stamp: join(root, 'node_modules', '.salon-generated'),
    wanted: fingerprint(root, [...installInputs(root), 'prisma/schema.prisma', 'prisma.config.ts']),
    done: () => isStamped(client.stamp, client.wanted) && existsSync(join(root, 'packages/db/src/generated/client.ts')),
    work: () => generateClient(root),
  };
  return [packages, client];
}

/** @param {string} root */
async function turn(root) {
  for (let told = false; ; told = true) {
    const lock = takeLock(join(root, '.data', 'boot.lock'), 'installing');
    if (lock.taken) return lock.release;
    if (!told) say(`process ${lock.holder.pid} is installing in this folder: waiting for it`);
    await sleep(POLL_MS);
  }
}

async function installPackages() {
  // CI: it asks nothing. NODE_ENV: the tools that start, build and check are development dependencies.
  const env = { ...process.env, CI: 'true', NODE_ENV: 'development' };
  const { code, output } = await run('installing packages', 'npx', ['-y', PNPM, 'install', '--frozen-lockfile'], env);
  if (code === 0) return;
  console.error(output.trim());
  giveUp('The packages could not be installed (see above): check the network and the free space, then run it again.');
}

/** @param {string} root */
async function generateClient(root) {
  // generate wants a file at this path but never runs it; one that cannot run makes any other Prisma command fail
  // loudly instead of doing nothing with exit code 0.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'package.json') };
  const script = 'node_modules/prisma/build/index.js';
  const { code, output } = await run('generating the client', workspaceNode(root), [script, 'generate'], env);
  if (code === 0) return;
  console.error(output.trim());
  giveUp('The database client could not be generated (see above): mend prisma/schema.prisma, then run it again.');
}

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '@salon/db/embedded/free-port';
import { startMailServer } from '@salon/worker/test/mail-server';
import { BACKENDS, startRedis } from '@salon/worker/test/redis-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ownDatabase } from '../stack/own-database.ts';
import { until } from '../stack/processes.ts';
import { undoStack } from '../stack/undo-stack.ts';
import { buildImage, bytesIn, type Image } from './build.ts';
import { mayMount, sealed } from './sealed.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 300_000;
const READY_MS = 60_000;
const BUDGET = 250e6;
/** Of gcr.io/distroless/cc-debian12 at most: the Installed-Size of every Debian package it is made of, as apt-cache tells it (November 2026). */
const BASE = 26.3e6;
const DAY = 86_400_000;

const undo = undoStack();
let image: Image;
let env: Record<string, string>;
let baseUrl: string;
let mails: Awaited<ReturnType<typeof startMailServer>>;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'salon-image-'));
  undo.add(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  image = await buildImage(ROOT, folder);
  const database = await ownDatabase(undo, { fsync: 'off', shared_buffers: '32MB' });
  mails = await startMailServer();
  undo.add(mails.stop);
  const redis = BACKENDS.includes('redis') ? await startRedis() : undefined;
  if (redis) undo.add(redis.remove);
  const port = await freePort();
  baseUrl = `http://127.0.0.1:${port}`;
  const as = (user: string) => Object.assign(new URL(database.url), { username: user, password: 'of-this-test' }).href;
  env = {
    ...{
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: baseUrl,
      APP_SECRET: 'worth-nothing-elsewhere-than-here',
    },
    ...{ DATABASE_URL: as('salon_api'), DATABASE_WORKER_URL: as('salon_worker'), DATABASE_DIRECT_URL: database.url },
    ...{
      SMTP_URL: mails.url,
      MAIL_FROM: 'Salon <termine@salon.example>',
      REDIS_URL: redis?.url ?? '',
      LOG_LEVEL: 'warn',
    },
  };
}, PATIENCE_MS);
afterAll(() => undo.undo(), PATIENCE_MS);

/** As the container would have it: where, as whom, and with nothing in the environment but settings. */
const inside = (words: readonly string[], more: Record<string, string> = {}) =>
  sealed(image, words, { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...env, ...more });

/** What an operator runs once; throws if it does not end well. */
function run(words: string[], more?: Record<string, string>) {
  const { file, args, options } = inside(words, more);
  return promisify(execFile)(file, args, options);
}

function start(words: readonly string[], more?: Record<string, string>) {
  const { file, args, options } = inside(words, more);
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const complaints = text(child.stderr as NonNullable<ChildProcess['stderr']>);
  undo.add(() => void child.kill('SIGKILL'));
  return {
    /** Told to stop; what it ended with, and what it complained of. */
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      return { code: (await ended)[0], complaints: await complaints };
    },
  };
}

test('with its base the image weighs less than 250 MB', () => {
  const bytes = bytesIn(image.root) + BASE;
  console.log(
    `the image weighs ${(bytes / 1e6).toFixed(1)} MB, ${(BASE / 1e6).toFixed(1)} of them an upper bound of its base`,
  );
  expect(bytes).toBeLessThan(BUDGET);
  // Not a folder that was forgotten: Node alone is a hundred.
  expect(bytes).toBeGreaterThan(200e6);
});

test(
  'as nobody in particular, on files that nobody may write, it migrates, books, mails and stops',
  async () => {
    await promisify(execFile)('chmod', ['-R', 'a-w', image.root]);
    undo.add(async () => void (await promisify(execFile)('chmod', ['-R', 'u+w', image.root])));
    expect(image.user.uid).toBeGreaterThan(0);
    const written = (path: string) => run(['-e', `require('node:fs').writeFileSync('${path}', '')`]);
    console.log(mayMount() ? 'the image runs on a read-only mount' : 'the image runs on files that nobody may write');
    await expect(written('apps/written')).rejects.toThrow(mayMount() ? 'EROFS' : 'EACCES');
    if (mayMount()) {
      await expect(written('/var/tmp/written')).rejects.toThrow('EROFS');
      await written('/tmp/written');
    }

    const compose = parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true });
    const workerCommand: string[] = compose.services.worker.command;
    await run(['scripts/db/migrate.ts']);
    await run(['prisma/seed/main.ts', '--load-salons', '1'], { DATABASE_URL: env.DATABASE_DIRECT_URL ?? '' });
    const api = start(image.command.slice(1));
    const worker = start(workerCommand.slice(1), { DATABASE_URL: env.DATABASE_WORKER_URL ?? '', PORT: '3000' });
    const health = () =>
      fetch(`${baseUrl}/api/system/health`).then(
        (answer) => answer.ok,
        () => false,
      );
    await until(health, 'the API of the image', READY_MS);

    const page = await fetch(`${baseUrl}/s/load-001`).then((answer) => answer.text());
    const [script = ''] = /\/assets\/[\w-]+\.js/.exec(page) ?? [];
    expect((await fetch(baseUrl + script)).status).toBe(200);
    const wish = {
      ...{ salonSlug: 'load-001', service: 'Haarschnitt', time: '10:00' },
      date: new Date(Date.now() + 3 * DAY).toISOString().slice(0, 10),
      customer: { name: 'Jonas Petersen', email: 'jonas@kunde.example' },
    };
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'from-an-image' };
    const booked = await fetch(`${baseUrl}/api/bookings/public`, {
      method: 'POST',
      headers,
      body: JSON.stringify(wish),
    });
    expect(booked.status).toBe(201);
    await mails.arrivals(1);
    expect(mails.arrived[0]?.to).toEqual(['jonas@kunde.example']);

    await run(['scripts/db/prune.ts'], { DATABASE_URL: env.DATABASE_DIRECT_URL ?? '' });
    const doctor = await run(['scripts/ops.ts', 'doctor']);
    expect(doctor.stdout).toContain('0 wrong');
    expect(await Promise.all([api.stop(), worker.stop()])).toEqual([
      { code: 0, complaints: '' },
      { code: 0, complaints: '' },
    ]);
  },
  PATIENCE_MS,
);

import { spawnSync } from 'node:child_process';
import { startEmbedded } from '@salon/db/embedded/server';
import { withClient } from '@salon/db/embedded/with-client';
import { deploy } from '@salon/db/migrate/migrator';
import { makeDataFolder } from '@salon/db/test/data-folder';
import { afterAll, beforeAll, expect, test } from 'vitest';

const { dataDir, remove } = makeDataFolder();
let url: string;
let stop: () => Promise<void>;

beforeAll(async () => {
  const server = await startEmbedded({ dataDir, settings: { fsync: 'off', shared_buffers: '16MB' } });
  stop = () => server.stop('immediate');
  url = server.url;
  await deploy(url);
});

afterAll(async () => {
  await stop();
  remove();
});

const prune = (...args: string[]) => pruneWith({}, ...args);

const pruneWith = (more: Record<string, string>, ...args: string[]) => {
  const { PATH = '', HOME = '' } = process.env;
  return spawnSync(process.execPath, ['scripts/db/prune.ts', ...args], {
    cwd: new URL('../..', import.meta.url),
    encoding: 'utf8',
    env: { PATH, HOME, DATA_DIR: dataDir, ...more },
  });
};

test('db:prune removes what has served its time and says so, a line for each kind', async () => {
  await withClient(url, (client) =>
    client.query(
      `insert into outbox (salon_id, id, kind, booking_id, sequence, created_at, taken_at)
       select gen_random_uuid(), gen_random_uuid(), 'booking_created', gen_random_uuid(), 0, now() - interval '8 days', taken
       from unnest(array[now() - interval '8 days', now() - interval '6 days', null]) as taken`,
    ),
  );
  const { status, stdout, stderr } = prune();
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toBe(
    [
      'Idempotency keys older than 30 days: 0 removed.',
      'Changes of the desk older than 30 days: 0 removed.',
      'Claims that ended more than 90 days ago: 0 removed.',
      'Events taken more than 7 days ago: 1 removed.',
      'Sessions that ended more than 30 days ago: 0 removed.',
      'Links and steps of signing in that ended more than a day ago: 0 removed.',
      'Counts of tries to sign in that ended more than a day ago: 0 removed.',
      'Accounts older than 7 days whose address was never confirmed: 0 removed.',
      'Invitations that ended more than 90 days ago: 0 removed.',
      'Bookings older than 7 days that PostHog was not told of: 0 removed.',
      'Counts of the booking page older than 400 days: 0 removed.',
      'Mails sent, given up or dropped that were due more than 90 days ago: 0 removed.',
      '',
    ].join('\n'),
  );
});

test('that it ran to its end is written down for whoever watches; a run that waits or stops says nothing', async () => {
  const since = (interval: string) =>
    withClient(url, async (client) => {
      const { rows } = await client.query<{ late: boolean }>(
        'select finished_at < now() - $1::interval as late from last_prune',
        [interval],
      );
      return rows.map((row) => row.late);
    });
  await withClient(url, (client) => client.query("update last_prune set finished_at = now() - interval '4 days'"));
  expect(pruneWith({ READ_ONLY_MODE: 'true' }).status).toBe(0);
  expect(await since('3 days')).toEqual([true]);
  expect(prune().status).toBe(0);
  expect(await since('1 hour')).toEqual([false]);
});

test('a clock far ahead of the last booking is not believed unless it is confirmed', async () => {
  await withClient(url, async (client) => {
    await client.query('delete from outbox');
    await client.query(
      `insert into outbox (salon_id, id, kind, booking_id, sequence, created_at, taken_at)
       values (gen_random_uuid(), gen_random_uuid(), 'booking_created', gen_random_uuid(), 0, '2026-01-02', '2026-01-02')`,
    );
  });
  const { status, stderr } = prune();
  expect(status).toBe(1);
  expect(stderr).toContain('The last booking is from 2026-01-02');
  expect(prune('--force').stdout).toContain('Events taken more than 7 days ago: 1 removed.');
});

test('while nothing may be changed pruning waits, which is no failure', async () => {
  const waits = { status: 0, stdout: 'Nothing may be changed just now (read-only mode): pruning waits.\n', stderr: '' };
  const said = ({ status, stdout, stderr }: ReturnType<typeof prune>) => ({ status, stdout, stderr });
  expect(said(pruneWith({ READ_ONLY_MODE: 'true' }))).toEqual(waits);
  await withClient(url, async (client) => {
    await client.query(
      "insert into read_only (is_on, changed_by, changed_at) values (true, 'maren', now()) on conflict (one) do nothing",
    );
    expect(said(prune())).toEqual(waits);
    await client.query('delete from read_only');
  });
});

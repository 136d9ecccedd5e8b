import { once } from 'node:events';
import { connect } from 'node:net';
import { startMailServer } from '@salon/worker/test/mail-server';
import { BACKENDS, startRedis } from '@salon/worker/test/redis-server';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { operatorsDesk } from './ops.fixture.ts';

let desk: Awaited<ReturnType<typeof operatorsDesk>>;
let mail: Awaited<ReturnType<typeof startMailServer>>;

beforeAll(async () => {
  [desk, mail] = await Promise.all([operatorsDesk(), startMailServer()]);
  await desk.pool.query("insert into last_backup (kind, finished_at) values ('full', now())");
  await desk.pool.query(
    `insert into salon (id, slug, name, time_zone) values ($1, 'elbe', 'Elbe', 'Europe/Berlin'), ($2, 'far', 'Far', 'Pacific/Auckland')`,
    [v7(), v7()],
  );
});
afterAll(async () => {
  await Promise.all([desk.leave(), mail.stop()]);
});

/** Tells a Redis something, in its inline protocol. */
async function told(url: string, command: string) {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(`${command}\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  expect(String(answer)).toBe('+OK\r\n');
}

/** What it found, by what it looked at. */
async function found(env: Record<string, string> = {}, ...args: string[]) {
  const { status, stdout, stderr } = await desk.ops(['doctor', ...args], env);
  const lines = [...stdout.matchAll(/^(ok|warn|wrong) +(.+?) {2,}(.*)$/gm)];
  return {
    status,
    stdout,
    stderr,
    of: Object.fromEntries(lines.map(([, level, what, says]) => [what, [level, says]])),
  };
}

const settings = () => ({
  ...{ NODE_ENV: 'production', PUBLIC_URL: 'http://localhost:3000', APP_SECRET: 'x'.repeat(40) },
  ...{ DATABASE_URL: desk.ownerUrl, SMTP_URL: mail.url, MAIL_FROM: 'Salon Elbe <termine@salon.example>' },
});

test('all is well but what nobody has done yet', async () => {
  const { status, of, stdout } = await found(settings());
  expect(of).toMatchObject({
    database: ['ok', expect.stringContaining('PostgreSQL 18')],
    extensions: ['ok', expect.anything()],
    migrations: ['ok', expect.stringMatching(/^all \d+ applied$/)],
    promises: ['ok', 'the database sells no time twice'],
    connections: ['ok', expect.anything()],
    clock: ['ok', expect.anything()],
    'time zones': ['ok', expect.stringContaining('Pacific/Auckland')],
    mail: ['ok', 'the server lets us in'],
    mails: ['ok', 'none waits'],
    backup: ['ok', '0 h old'],
    pruning: ['ok', '0 days ago, or none was due yet'],
    'read-only': ['ok', 'off'],
    queue: ['ok', expect.anything()],
  });
  expect([status, stdout]).toEqual([0, expect.stringContaining('0 wrong')]);
});

test('a test mail arrives where it was sent', async () => {
  const { of, status } = await found(settings(), '--send-to', 'maren@salon.example');
  expect([status, of.mail]).toEqual([0, ['ok', 'the server took a test mail for maren@salon.example']]);
  expect(mail.arrived.at(-1)).toMatchObject({ to: ['maren@salon.example'], from: 'termine@salon.example' });
});

test('what is wrong is named with what to do about it, and the exit code says so', async () => {
  onTestFinished(async () => {
    await desk.pool.query('delete from outbox');
    await desk.pool.query('update last_backup set finished_at = now()');
    await desk.pool.query('update last_prune set finished_at = now()');
  });
  await desk.pool.query("update last_backup set finished_at = now() - interval '3 days'");
  await desk.pool.query("update last_prune set finished_at = now() - interval '5 days'");
  await desk.pool.query(
    `insert into outbox (salon_id, id, kind, booking_id, sequence, created_at)
     values ($1, $1, 'booking_created', $1, 0, now() - interval '1 hour')`,
    [v7()],
  );
  const { rows } = await desk.pool.query(
    'delete from _prisma_migrations where migration_name = (select max(migration_name) from _prisma_migrations) returning *',
  );
  const behind = await found({ ...settings(), SMTP_URL: 'smtp://127.0.0.1:1', APP_SECRET: 'short' });
  expect(behind.of).toMatchObject({
    settings: ['wrong', expect.stringContaining('APP_SECRET')],
    migrations: ['wrong', expect.stringContaining('1 not applied')],
    mail: ['wrong', expect.stringContaining('ECONNREFUSED')],
  });
  expect(behind.status).toBe(1);
  const lines = behind.stdout.split('\n');
  for (const [index, line] of lines.entries())
    if (line.startsWith('wrong')) expect(lines[index + 1]).toMatch(/^ +→ \S/);

  const [{ id, checksum, migration_name, started_at, finished_at }] = rows;
  await desk.pool.query(
    'insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at) values ($1, $2, $3, $4, $5)',
    [id, checksum, migration_name, started_at, finished_at],
  );
  const late = await found(settings());
  expect(late.of).toMatchObject({
    backup: ['wrong', 'the last good one is 72 h old'],
    pruning: ['warn', 'has not run for 5 days'],
    mails: ['wrong', expect.anything()],
  });
});

test('what cannot be asked, and what a colleague may not look at, is told without a stack and without a password', async () => {
  await desk.pool.query("create role colleague login password 'geheim'");
  onTestFinished(async () => void (await desk.pool.query('drop role colleague')));
  const asColleague = new URL(desk.ownerUrl);
  Object.assign(asColleague, { username: 'colleague', password: 'geheim' });
  const cases: [Record<string, string>, string, string][] = [
    [{ DATABASE_URL: asColleague.href }, 'permission denied', 'ask as the owner'],
    [{ DATABASE_URL: asColleague.href.replace('geheim', 'geheim2') }, 'password authentication failed', 'password'],
    [{ DATABASE_URL: 'postgres//salon:geheim@db/salon' }, 'not asked', 'Correct its address'],
    [{ REDIS_URL: 'redis//:geheim@queue' }, 'not asked', 'Correct REDIS_URL'],
    [{ REDIS_URL: 'redis://:geheim@127.0.0.1:1' }, 'ECONNREFUSED', 'mails wait in the ledger'],
    [{ SMTP_URL: 'smtp//salon:geheim@mail' }, 'not asked', 'Correct SMTP_URL'],
    [{ API_PROCESSES: 'many' }, 'API_PROCESSES: Expected a number', '.env.example'],
  ];
  for (const [env, says, todo] of cases) {
    const { status, stdout, stderr } = await found({ ...settings(), ...env });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).toMatch(new RegExp(`^wrong .*${says}.*\n +→ .*${todo}`, 'm'));
    expect(stdout).not.toContain('geheim');
  }
});

test('a database that lost what keeps time from being sold twice is wrong, and what to do first is said', async () => {
  const { rows } = await desk.pool.query<{ rule: string }>(
    "select pg_get_constraintdef(oid) as rule from pg_constraint where conname = 'claim_no_overlap'",
  );
  await desk.pool.query('alter table claim drop constraint claim_no_overlap');
  onTestFinished(async () => {
    await desk.pool.query(`alter table claim add constraint claim_no_overlap ${rows[0]?.rule}`);
  });
  const { of, stdout, status } = await found(settings());
  expect([status, of.promises]).toEqual([1, ['wrong', 'gone: claim_no_overlap']]);
  expect(stdout).toContain('read-only on, now');
});

test('a zone that the database does not know is told', async () => {
  onTestFinished(async () => {
    await desk.pool.query("update salon set time_zone = 'Pacific/Auckland' where slug = 'far'");
  });
  await desk.pool.query("update salon set time_zone = 'Europe/Nowhere' where slug = 'far'");
  const { of } = await found(settings());
  expect(of['time zones']).toEqual(['wrong', expect.stringContaining('Europe/Nowhere')]);
});

test('without its database it still looks at everything else', async () => {
  const { status, of } = await found({ ...settings(), DATABASE_URL: 'postgresql://salon@127.0.0.1:1/salon' });
  expect([status, of]).toMatchObject([
    1,
    { database: ['wrong', expect.stringContaining('ECONNREFUSED')], mail: ['ok', expect.anything()] },
  ]);
});

test.skipIf(!BACKENDS.includes('redis'))('a Redis that throws jobs away is wrong, one that is away too', async () => {
  const redis = await startRedis();
  const queue = async () => (await found({ ...settings(), REDIS_URL: redis.url })).of.queue;
  expect(await queue()).toEqual(['ok', expect.stringContaining('noeviction')]);
  await told(redis.url, 'config set maxmemory 100mb maxmemory-policy allkeys-lru');
  expect(await queue()).toEqual(['wrong', expect.stringContaining('allkeys-lru')]);
  await redis.stop();
  expect(await queue()).toEqual(['wrong', expect.anything()]);
  await redis.remove();
});

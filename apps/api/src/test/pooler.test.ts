import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@salon/db/embedded/free-port';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { installed } from './installed.ts';
import { createSalon, type FixtureSalon } from './salon-fixture.ts';
import { book, manage, offered, type TestApi, testApi, tokenOf, wish } from './test-api.ts';

/** A transaction pooler with five server connections between the API and the database. */
describe.runIf(installed('pgbouncer'))('behind PgBouncer in transaction mode', () => {
  let api: TestApi;
  let app: TestApi['app'];
  let salon: FixtureSalon;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    api = await testApi();
    salon = await createSalon(api.prisma, {
      staff: ['Mia', 'Ben', 'Ida'],
      services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
    });
    const pooled = await startPooler(new URL(api.database.apiUrl));
    stop = pooled.stop;
    app = await api.another({ DATABASE_URL: pooled.url });
  });
  afterAll(async () => {
    await api.close();
    await stop?.();
  });

  test('a day of booking works as without', async () => {
    const race = await Promise.all(Array.from({ length: 60 }, () => book(app, wish(salon))));
    expect(race.filter((answer) => answer.status === 201)).toHaveLength(3);
    expect(race.filter((answer) => answer.status === 409)).toHaveLength(57);
    const same = wish(salon, { time: '11:00' });
    const keyed = await Promise.all(Array.from({ length: 20 }, () => book(app, same, 'pooled')));
    expect(keyed.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(new Set(keyed.map((answer) => answer.body.booking.id)).size).toBe(1);
    const token = tokenOf(keyed[0]?.body.booking);
    const moved = await manage(
      app,
      token,
      '/reschedule',
      { date: '2026-11-24', time: '12:00', version: 1 },
      'pooled-move',
    );
    expect([moved.status, moved.body.booking.startsAt]).toEqual([200, '2026-11-24T12:00:00+01:00']);
    expect((await manage(app, token)).body.booking).toEqual(moved.body.booking);
    expect((await manage(app, token, '/cancel', {})).status).toBe(200);
    expect((await offered(app, salon, '2026-11-24')).map((slot) => slot.time)).toContain('12:00');
  });
});

async function startPooler(database: URL) {
  const folder = mkdtempSync(join(tmpdir(), 'salon-pgbouncer-'));
  const port = await freePort();
  const name = database.pathname.slice(1);
  const users = join(folder, 'users.txt');
  const ini = join(folder, 'pgbouncer.ini');
  writeFileSync(users, `"${database.username}" "${database.password}"\n`);
  writeFileSync(
    ini,
    `[databases]
${name} = host=${database.hostname} port=${database.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = transaction
default_pool_size = 5
logfile = ${join(folder, 'log')}
`,
  );
  // It refuses to run as root; anybody else may read its files then.
  const root = process.getuid?.() === 0;
  if (root) {
    for (const path of [users, ini]) chmodSync(path, 0o644);
    chmodSync(folder, 0o777);
  }
  const user = root && spawnSync('id', ['postgres'], { stdio: 'ignore' }).status === 0 ? 'postgres' : 'nobody';
  const server = spawn('pgbouncer', [...(root ? ['-u', user] : []), ini], { stdio: 'ignore' });
  const url = new URL(database.href);
  url.port = String(port);
  for (let up = false; !up; ) {
    if (server.exitCode !== null) throw new Error('pgbouncer did not start');
    const client = new pg.Client({ connectionString: url.href });
    up = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => {});
  }
  url.searchParams.set('pgbouncer', 'true');
  return {
    url: url.href,
    async stop() {
      const exited = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGKILL');
      await exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

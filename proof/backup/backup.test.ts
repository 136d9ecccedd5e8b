import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '@salon/db/embedded/free-port';
import { placeOf } from '@salon/db/embedded/place';
import { startEmbedded } from '@salon/db/embedded/server';
import { serverUser } from '@salon/db/embedded/server-user';
import { withClient } from '@salon/db/embedded/with-client';
import { makeDataFolder } from '@salon/db/test/data-folder';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { copiesIn } from '../../scripts/db/backup/files.ts';
import { restoreBackup } from '../../scripts/db/backup/restore.ts';
import { takeBackup } from '../../scripts/db/backup/take.ts';
import { until } from '../stack/processes.ts';
import { startApis } from '../stack/product.ts';
import { type SalonDatabase, startSalonDatabase } from '../stack/salon-database.ts';
import { undoStack } from '../stack/undo-stack.ts';

const PATIENCE_MS = 180_000;
const TOKEN = 'for-those-who-watch-the-archive';
const ARCHIVER = fileURLToPath(new URL('../../deploy/postgres/archive.sh', import.meta.url));
const COMPOSE = fileURLToPath(new URL('../../docker-compose.yml', import.meta.url));
const DAY = 86_400_000;

const undo = undoStack();
let database: SalonDatabase;
let archive: string;

beforeAll(async () => {
  const folder = makeDataFolder();
  undo.add(folder.remove);
  archive = join(folder.dataDir, 'archive');
  mkdirSync(join(archive, 'wal'), { recursive: true });
  // Where the server's user reaches it, wherever this checkout lies.
  const archiver = join(folder.dataDir, 'archive.sh');
  copyFileSync(ARCHIVER, archiver);
  chmodSync(archiver, 0o755);
  const user = serverUser(archive);
  if (user) chownSync(join(archive, 'wal'), user.uid, user.gid);
  database = await startSalonDatabase({ salons: 1, settings: settingsOfCompose(archiver) }, undo);
}, PATIENCE_MS);
afterAll(() => undo.undo(), PATIENCE_MS);

/** What docker-compose.yml tells PostgreSQL, but for where the archiver and the archive lie. */
function settingsOfCompose(archiver: string): Record<string, string> {
  const { services } = parse(readFileSync(COMPOSE, 'utf8'), { merge: true });
  const [program, ...words]: string[] = services.postgres.command;
  expect(program).toBe('postgres');
  const here = (value: string) =>
    value.replace('/etc/salon/archive.sh', `"${archiver}"`).replace('/archive/wal', `"${archive}/wal"`);
  return Object.fromEntries(
    words.map((word) => {
      const [, name = '', value = ''] = /^-c(\w+)=(.*)$/.exec(word) ?? [];
      return [name, here(value)];
    }),
  );
}

/** The API on a database, for as long as something is asked of it. */
async function withApi<T>(
  one: { apiUrl: string; ownerUrl: string },
  work: (baseUrl: string) => Promise<T>,
): Promise<T> {
  const folder = makeDataFolder();
  const port = await freePort();
  const api = await startApis({ ...one, port, apis: 1, dataDir: folder.dataDir, env: { METRICS_TOKEN: TOKEN } });
  try {
    return await work(`http://127.0.0.1:${port}`);
  } finally {
    await api.stop();
    folder.remove();
  }
}

/** Books a time of its own for each name; the name is its key as well. */
async function book(baseUrl: string, name: string, ahead: number) {
  const answer = await fetch(`${baseUrl}/api/bookings/public`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': name },
    body: JSON.stringify({
      ...{ salonSlug: 'load-001', service: 'Haarschnitt', time: '10:00' },
      date: new Date(Date.now() + ahead * DAY).toISOString().slice(0, 10),
      customer: { name, email: `${name}@kunde.example` },
    }),
  });
  const { booking, duplicate } = (await answer.json()) as { booking?: { reference: string }; duplicate?: boolean };
  return { status: answer.status, reference: booking?.reference, duplicate };
}

/** The clock of the database, by which it is told how far to go. */
const now = () =>
  withClient(database.ownerUrl, (client) =>
    client.query<{ at: Date }>('select clock_timestamp() as at').then(({ rows }) => rows[0]?.at ?? new Date(0)),
  );

/** What was restored, started in a data folder of its own with the passwords of before. */
async function startRestored(until?: Date) {
  const folder = makeDataFolder();
  undo.add(folder.remove);
  const [before, after] = [placeOf(database.dataDir), placeOf(folder.dataDir)];
  const name = restoreBackup({ archive, data: after.cluster, until });
  cpSync(before.password, after.password, { force: true });
  const user = serverUser(dirname(archive));
  if (user) {
    chownSync(after.cluster, user.uid, user.gid);
    for (const entry of readdirSync(after.cluster, { recursive: true, encoding: 'utf8' })) {
      chownSync(join(after.cluster, entry), user.uid, user.gid);
    }
  }
  // Nobody is let in before all of the log is replayed.
  const server = await startEmbedded({ dataDir: folder.dataDir, settings: { hot_standby: 'off' } });
  undo.add(() => server.stop('immediate'));
  const apiUrl = Object.assign(new URL(database.apiUrl), { port: String(server.port) }).href;
  return { name, apiUrl, ownerUrl: server.url, stop: () => server.stop('immediate') };
}

const segments = () => readdirSync(join(archive, 'wal')).filter((name) => /^[\dA-F]{24}\.gz$/.test(name));

test(
  'after somebody dropped the bookings, they are all there again up to the moment before',
  async () => {
    const { dataDir, ownerUrl } = database;
    const data = placeOf(dataDir).cluster;
    const [before, last] = await withApi(database, async (baseUrl) => {
      const first = await book(baseUrl, 'before-the-backup', 2);
      await takeBackup({ ownerUrl, data, archive, keep: 7 });
      return [first, await book(baseUrl, 'after-the-backup', 3)];
    });
    expect([before?.status, last?.status]).toEqual([201, 201]);
    const moment = await now();
    await withClient(ownerUrl, async (client) => {
      await client.query('drop table booking cascade');
      await client.query('select pg_switch_wal()');
      // What a backup of now would have to wait for, too.
      await client.query("select pg_backup_start('until the accident lies in the archive', true)");
      await client.query('select pg_backup_stop(true)');
    });

    const restored = await startRestored(moment);
    const again = await withApi(restored, async (baseUrl) => [
      await book(baseUrl, 'before-the-backup', 2),
      await book(baseUrl, 'after-the-backup', 3),
      await book(baseUrl, 'after-the-accident', 4),
    ]);
    expect(again).toEqual([
      { ...before, status: 200, duplicate: true },
      { ...last, status: 200, duplicate: true },
      { status: 201, reference: expect.any(String), duplicate: false },
    ]);

    // And without a moment everything that was archived is replayed, the accident with it.
    await restored.stop();
    const whole = await startRestored();
    await withClient(whole.ownerUrl, async (client) => {
      const { rows } = await client.query("select to_regclass('booking') as found");
      expect(rows).toEqual([{ found: null }]);
    });
  },
  PATIENCE_MS,
);

test('a backup tells the product, and only as many are kept as asked for, with the log they need', async () => {
  const { dataDir, ownerUrl } = database;
  const data = placeOf(dataDir).cluster;
  const older = await takeBackup({ ownerUrl, data, archive, keep: 7 });
  const log = segments();
  const newer = await takeBackup({ ownerUrl, data, archive, keep: 1 });
  expect(newer > older).toBe(true);
  expect(copiesIn(archive)).toEqual([newer]);
  expect(segments()).not.toEqual(expect.arrayContaining(log));
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query("select kind, finished_at > now() - interval '1 minute' as fresh from last_backup"),
  );
  expect(rows).toEqual([{ kind: 'full', fresh: true }]);
});

test(
  'an archive that takes no more of the log is told to whoever watches, until it does again',
  async () => {
    const wal = join(archive, 'wal');
    const written = "select pg_logical_emit_message(false, 'proof', 'something happened'), pg_switch_wal()";
    const write = () => withClient(database.ownerUrl, (client) => client.query(written));
    await withApi(database, async (baseUrl) => {
      const headers = { authorization: `Bearer ${TOKEN}` };
      const failing = async () => {
        const told = await (await fetch(`${baseUrl}/metrics`, { headers })).text();
        return /^jn_archive_failing (.*)$/m.exec(told)?.[1];
      };
      const becomes = (value: string) =>
        until(async () => (await failing()) === value, `failing: ${value}`, PATIENCE_MS);
      await write();
      await becomes('0');
      // Somebody unmounted it, say.
      renameSync(wal, `${wal}.away`);
      writeFileSync(wal, '');
      await write();
      await becomes('1');
      rmSync(wal);
      renameSync(`${wal}.away`, wal);
      // It tries anew each minute, or as soon as there is more.
      await write();
      await becomes('0');
    });
  },
  PATIENCE_MS,
);

test('nothing is restored over something, nor to a moment before the first backup', () => {
  const { dataDir } = database;
  expect(() => restoreBackup({ archive, data: placeOf(dataDir).cluster })).toThrow('is not empty');
  const data = join(dirname(archive), 'nowhere');
  expect(() => restoreBackup({ archive, data, until: new Date(0) })).toThrow('nothing can be restored up to 1970');
});

test('a segment is archived once, also when it is handed over twice, and never over another', () => {
  const folder = join(dirname(archive), 'segments');
  mkdirSync(folder);
  const segment = join(folder, 'segment');
  const archived = (text: string) => {
    writeFileSync(segment, text);
    execFileSync('sh', [ARCHIVER, segment, '000000010000000000000001', join(folder, 'wal')], { stdio: 'pipe' });
  };
  archived('what happened');
  archived('what happened');
  expect(() => archived('something else')).toThrow();
  expect(readdirSync(join(folder, 'wal'))).toEqual(['000000010000000000000001.gz']);
});

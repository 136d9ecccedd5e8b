import { chownSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { binaries } from '@salon/db/embedded/binaries';
import { knock } from '@salon/db/embedded/connection';
import { placeOf } from '@salon/db/embedded/place';
import { launch } from '@salon/db/embedded/server-process';
import { serverUser } from '@salon/db/embedded/server-user';
import { withClient } from '@salon/db/embedded/with-client';
import { until } from '../../proof/stack/processes.ts';

const PATIENCE_MS = 30_000;

/** A replica that follows a database of this machine by streaming, made from a copy of its files. */
export type Standby = {
  /** Stops what comes from the primary from being replayed, and goes on with it. */
  replay(on: boolean): Promise<void>;
  stop(): Promise<void>;
};

/** Makes a replica of the embedded database of a data folder. */
export async function startStandby(dataDir: string, ownerUrl: string, port: number): Promise<Standby> {
  const { cluster } = placeOf(dataDir);
  const copy = `${cluster}-standby`;
  const user = serverUser(dataDir);
  await withClient(ownerUrl, async (client) => {
    await client.query("select pg_backup_start('standby', true)");
    const filter = (path: string) => !path.endsWith('postmaster.pid');
    cpSync(cluster, copy, { recursive: true, filter });
    const { rows } = await client.query('select labelfile from pg_backup_stop(false)');
    const { hostname, port: from, username, password } = new URL(ownerUrl);
    const conninfo = `host=${hostname} port=${from} user=${username} password=${decodeURIComponent(password)}`;
    writeFileSync(join(copy, 'backup_label'), rows[0].labelfile);
    writeFileSync(join(copy, 'standby.signal'), '');
    writeFileSync(join(copy, 'postgresql.auto.conf'), `primary_conninfo = '${conninfo}'\n`);
  });
  if (user) own(copy, user);
  const { rows } = await withClient(ownerUrl, (client) => client.query('show max_connections'));
  const server = launch({
    ...{ bin: binaries(user), cluster: copy, port, user, log: join(dataDir, 'standby.log') },
    // Less than its primary's and it would not start.
    settings: { max_connections: rows[0].max_connections, hot_standby: 'on' },
  });
  const url = new URL(ownerUrl);
  url.port = String(port);
  await until(() => isOpen(url.href, server), 'the replica', PATIENCE_MS);
  return {
    async replay(on) {
      await withClient(url.href, (client) => client.query(`select pg_wal_replay_${on ? 'resume' : 'pause'}()`));
    },
    async stop() {
      process.kill(server.pid, 'SIGINT');
      await server.exited;
      rmSync(copy, { recursive: true, force: true });
    },
  };
}

async function isOpen(url: string, server: ReturnType<typeof launch>): Promise<boolean> {
  if (server.ended()) throw new Error(`The replica ended: ${server.said()}`);
  const heard = await knock(url);
  if (typeof heard !== 'object' || !('open' in heard)) return false;
  await heard.open.end();
  return true;
}

function own(path: string, user: { uid: number; gid: number }): void {
  chownSync(path, user.uid, user.gid);
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    chownSync(join(path, entry), user.uid, user.gid);
  }
}

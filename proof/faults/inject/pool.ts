import { setTimeout as sleep } from 'node:timers/promises';
import { API_ROLE } from '@salon/db/embedded/api-role';
import { withClient } from '@salon/db/embedded/with-client';
import type { Inject } from './fault.ts';

/** As a change of every salon's opening hours would, but for seconds: each booking waits with its connection. */
export const lockSalons: Inject = async ({ stack, ending }, { lasts }) => {
  await withClient(stack.ownerUrl, async (client) => {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock(hashtextextended(id::text, 0)) from salon order by id');
    await sleep(lasts, undefined, { signal: ending });
    await client.query('commit');
  });
  return `locks of all salons held for ${lasts / 1_000} s`;
};

/** As if others had taken every place: the API loses its connections and gets no new one. */
export const takeConnections: Inject = async ({ stack, ending }, { lasts }) => {
  await withClient(stack.ownerUrl, async (owner) => {
    await owner.query(`alter role ${API_ROLE} connection limit 0`);
    try {
      await owner.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [API_ROLE]);
      await sleep(lasts, undefined, { signal: ending });
    } finally {
      await owner.query(`alter role ${API_ROLE} connection limit -1`);
    }
  });
  return `no connection for the API for ${lasts / 1_000} s`;
};

import { withClient } from '@salon/db/embedded/with-client';
import { expect, test } from 'vitest';
import { ownDatabase } from '../../proof/stack/own-database.ts';
import { thenUndo } from '../../proof/stack/undo-stack.ts';
import { makeBase } from './base-database.ts';
import { round } from './round.ts';
import { AS_IT_IS } from './variants.ts';
import { WAYS } from './ways.ts';

test.skipIf(process.platform !== 'linux')('a round says of each way what a booking cost', async () => {
  await thenUndo(async (undo) => {
    const { dataDir, url } = await ownDatabase(undo);
    const base = await makeBase(dataDir, url, 0);
    const admin = Object.assign(new URL(url), { pathname: 'postgres' }).href;
    const { figures, read } = await withClient(admin, async (client) => {
      await client.query('create extension pg_walinspect');
      return round(client, base, AS_IT_IS);
    });
    expect([...figures.keys()]).toEqual(WAYS);
    for (const cost of figures.values()) expect(Math.min(cost.walBytes, cost.elapsedMicros)).toBeGreaterThan(0);
    expect(read).toContain('claim_no_overlap');
  });
});

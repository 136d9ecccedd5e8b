import type { AddressInfo } from 'node:net';
import { buildApp } from '@salon/api/app';
import { parseConfig } from '@salon/api/config';
import { createSalon } from '@salon/api/test/salon-fixture';
import { deploy } from '@salon/db/migrate/migrator';
import { openDatabase } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { originHere, originInWords } from '../proof/measuring/origin.ts';
import { quantile } from '../proof/measuring/spread.ts';
import { ownDatabase } from '../proof/stack/own-database.ts';
import { thenUndo, type UndoStack } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';

/**
 * What a customer waits for: free times of a fortnight with any of twenty staff, over HTTP, in a
 * salon with about a thousand claims in those days. One request after the other.
 *
 *   npm run bench -- availability
 */
const ROUNDS = 300;
const NOW = Date.parse('2026-11-23T07:00:00Z');

await entry(() => thenUndo(measure));

async function measure(undo: UndoStack): Promise<void> {
  const server = await ownDatabase(undo);
  await deploy(server.url);
  const db = openDatabase(server.url, 'bench');
  undo.add(() => db.pool.end());
  const salon = await createSalon(prismaOn(db.pool), {
    staff: Array.from({ length: 20 }, (_, index) => `Staff ${index}`),
    chairs: 15,
    services: { Herrenhaarschnitt: { phases: [['work', 30]], station: 'chair' } },
  });
  await db.pool.query(
    `insert into time_off (salon_id, id, staff_id, kind, starts_at, ends_at) values ($1, $2, $2, 'blocked', now(), now() + interval '1 day')`,
    [salon.id, salon.staff['Staff 0']],
  );
  await db.pool.query(
    `insert into claim (salon_id, claimant_id, starts_at, during, time_off_id)
     select $1, who.id, t, tstzrange(t, t + interval '45 minutes'), $2
     from unnest($3::uuid[]) with ordinality as who (id, n), generate_series(0, 13) as day,
       lateral (select timestamptz '2026-11-24 08:00+01' + interval '1 day' * day + interval '2 hours' * slot + interval '15 minutes' * (who.n % 4)
         from generate_series(1, 4) slot) as visit (t)`,
    [salon.id, salon.staff['Staff 0'], [...Object.values(salon.staff)]],
  );
  await db.pool.query('vacuum analyze claim');

  const config = parseConfig({
    DATABASE_URL: server.url,
    APP_SECRET: 'x'.repeat(32),
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'silent',
  });
  const app = await buildApp(config, { db, clock: () => NOW });
  undo.add(() => app.close());
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/api/salons/${salon.slug}/availability?services=${salon.services.Herrenhaarschnitt}&staff=any&from=2026-11-24&days=14`;

  const times: number[] = [];
  let size = 0;
  let slots = 0;
  for (let round = -50; round < ROUNDS; round++) {
    const began = performance.now();
    const text = await (await fetch(url)).text();
    if (round < 0) continue;
    times.push(performance.now() - began);
    size = text.length;
    slots = text.split('"startsAt"').length - 1;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => quantile(times, share).toFixed(1);
  console.log(originInWords(await originHere(server.url)));
  console.log(
    `${slots} slots, ${Math.round(size / 1024)} kB: median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${ROUNDS} requests`,
  );
}

import type { AddressInfo } from 'node:net';
import { buildApp } from '@salon/api/app';
import { parseConfig } from '@salon/api/config';
import { fillCustomers } from '@salon/api/test/many-customers';
import { createSalon } from '@salon/api/test/salon-fixture';
import { signIn } from '@salon/api/test/signed-in';
import { SECRET, type TestApi } from '@salon/api/test/test-api';
import { deploy } from '@salon/db/migrate/migrator';
import { openDatabase } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { originHere, originInWords } from '../proof/measuring/origin.ts';
import { quantile } from '../proof/measuring/spread.ts';
import { ownDatabase } from '../proof/stack/own-database.ts';
import { thenUndo, type UndoStack } from '../proof/stack/undo-stack.ts';
import { entry } from '../scripts/entry.ts';

/**
 * How long whoever answers the telephone waits for a customer among fifty thousand of her salon, over HTTP, in a database
 * with as many of another; one request after the other, each of these in turn.
 *
 *   npm run bench -- customer-search
 */
const CUSTOMERS = 50_000;
const ROUNDS = 40;
const AT_ONCE = 5_000;
const TYPED = {
  'a beginning': ['mü', 'Pet', 'anna'],
  'a name as spelled': ['Schröder', 'Peter Hansen'],
  'a name as heard': ['Mueler', 'Kristine Maier'],
  'a name with a slip': ['Petresen', 'Elais', 'Schröter'],
  'a number': ['0151 058', '2932281'],
  'an address': ['sandra.winkler2@kunde'],
  'nobody there': ['Zacharias', 'Xylophon'],
  'nothing yet': [''],
} as const;

await entry(() => thenUndo(measure));

async function measure(undo: UndoStack): Promise<void> {
  const server = await ownDatabase(undo);
  await deploy(server.url);
  const db = openDatabase(server.url, 'bench');
  undo.add(() => db.pool.end());
  const prisma = prismaOn(db.pool);
  const spec = { staff: ['Mia'], services: { Schnitt: { phases: [['work', 30]] } } } as const;
  const [salon, other] = [await createSalon(prisma, spec), await createSalon(prisma, spec)];
  for (const { id } of [salon, other]) {
    await fillCustomers(db.pool, id, CUSTOMERS);
    for (let noted = 0; noted < CUSTOMERS; noted += AT_ONCE) {
      await db.pool.query('select note_customers_v1($1, $2)', [id, AT_ONCE]);
    }
  }
  await db.pool.query('vacuum analyze customer');

  const config = parseConfig({ DATABASE_URL: server.url, APP_SECRET: SECRET, RATE_LIMIT: 'off', LOG_LEVEL: 'silent' });
  const app = await buildApp(config, { db, clock: () => Date.now() });
  undo.add(() => app.close());
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const { cookie } = await signIn({ app, prisma } as TestApi, salon, 'owner');

  const all: number[] = [];
  console.log(originInWords(await originHere(server.url)));
  for (const [what, words] of Object.entries(TYPED)) {
    const times: number[] = [];
    let found = 0;
    for (let round = -3; round < ROUNDS; round++) {
      for (const typed of words) {
        const query = new URLSearchParams({ search: typed, limit: '30' });
        const began = performance.now();
        const response = await fetch(`http://127.0.0.1:${port}/api/desk/${salon.id}/customers?${query}`, {
          headers: { cookie },
        });
        const { customers } = (await response.json()) as { customers: unknown[] };
        if (round < 0) continue;
        times.push(performance.now() - began);
        found += customers.length;
      }
    }
    all.push(...times);
    console.log(`${what}: ${inWords(times)}, ${Math.round(found / times.length)} found`);
  }
  console.log(`all: ${inWords(all)}, ${all.length} requests`);
}

function inWords(times: number[]): string {
  times.sort((a, b) => a - b);
  return `median ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`;
}

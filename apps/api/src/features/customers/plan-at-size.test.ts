import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillCustomers } from '../../test/many-customers.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { signIn } from '../../test/signed-in.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';
import { SEARCH_CUSTOMERS, SIMILAR_CUSTOMERS } from './customer-search.repo.ts';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi();
  const spec = { staff: ['Mia'], services: { Schnitt: { phases: [['work', 30]] } } } as const;
  salon = await createSalon(api.prisma, spec);
  const neighbour = await createSalon(api.prisma, spec);
  for (const { id } of [salon, neighbour]) {
    await fillCustomers(api.owner, id, 50_000);
    await api.owner.query('select note_customers_v1($1, 50000)', [id]);
  }
  await api.owner.query(
    `insert into customer (salon_id, id, name, locale, created_at) values ($1, gen_random_uuid(), 'Zarathustra Quandt', 'de', now())`,
    [salon.id],
  );
  await api.owner.query('select note_customers_v1($1, 10)', [salon.id]);
  await api.owner.query('vacuum analyze customer');
}, 300_000);
afterAll(() => api.close());

/** Pages a statement touches, those of the functions it calls included; as the API asks it. */
async function pages(text: string, values: unknown[]): Promise<number> {
  const client = await api.owner.connect();
  try {
    await client.query('set enable_seqscan = off');
    await client.query(text, values);
    const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, values);
    const [{ Plan: plan }] = rows[0]['QUERY PLAN'];
    return plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
  } finally {
    client.release(true);
  }
}

test('among fifty thousand customers a name is found by the index, as spelled, as heard, and with a slip', async () => {
  const { rows } = await api.owner.query(`select pg_relation_size('customer') / 8192 as pages`);
  // Reading all cards of the salon would touch half of them.
  expect(Number(rows[0].pages) / 2).toBeGreaterThan(800);
  const search = (typed: string) => pages(SEARCH_CUSTOMERS, [salon.id, typed, 30, null, null]);
  const similar = (typed: string, coarse: boolean) => pages(SIMILAR_CUSTOMERS, [salon.id, typed, null, null, coarse]);
  const touched = {
    spelled: await search('Zarathustra'),
    heard: await search('Tsaratustra Kwand'),
    part: await search('quan'),
    nobody: await search('Xylophon'),
    slip: await similar('Zarathrusta', false),
    slips: await similar('Zaratrhusta', true),
  };
  for (const [how, count] of Object.entries(touched)) expect(count, how).toBeLessThan(300);
});

test('with a slip in a name that hundreds have, none of them is left out', async () => {
  const { rows } = await api.owner.query<{ id: string }>(
    `select id from customer where salon_id = $1 and name like '% Schneider'`,
    [salon.id],
  );
  const similar = await api.owner.query<{ id: string }>(SIMILAR_CUSTOMERS, [salon.id, 'Schneidre', null, null, false]);
  const found = new Set(similar.rows.map(({ id }) => id));
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.filter(({ id }) => !found.has(id))).toEqual([]);
  // Whoever is looked at is compared letter by letter.
  expect(found.size).toBeLessThan(rows.length * 2);
});

test('whoever is new is found at once', async () => {
  const owner = await signIn(api, salon, 'owner');
  await owner.call('POST', `/api/desk/${salon.id}/customers`, { name: 'Nagelneu Quastenflosser' });
  const { body } = await owner.call('GET', `/api/desk/${salon.id}/customers?search=quastenfloser`);
  expect(body.customers.map(({ name }: { name: string }) => name)).toEqual(['Nagelneu Quastenflosser']);
});

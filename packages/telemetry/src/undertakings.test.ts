import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginUndertaking, endReports } from './reports.ts';
import { startWatching } from './start.ts';
import { type EnvelopeSink, startEnvelopeSink } from './test/envelope-sink.ts';
import { beginQuery, MOST_QUERIES } from './undertakings.ts';

let sink: EnvelopeSink;
beforeAll(async () => {
  sink = await startEnvelopeSink();
  await startWatching({ part: 'api', version: '1.2.3' }, { SENTRY_DSN: sink.dsn() });
});
afterAll(async () => {
  await endReports();
  sink.stop();
});

test('of a calendar that is open all day its first queries are kept, and no more', async () => {
  const stream = beginUndertaking(null, { name: 'GET /changes', op: 'http.server' });
  for (let asked = 0; asked < 3 * MOST_QUERIES; asked++)
    stream?.within(() => beginQuery('pg.query:SELECT'))?.end(false);
  stream?.end({ tags: {} });
  await expect.poll(() => sink.transactions().length, { timeout: 20_000 }).toBe(1);
  expect(sink.transactions()[0]?.spans).toHaveLength(MOST_QUERIES);
});

test('a query of nothing in particular is told to nobody', () => {
  expect(beginQuery('pg.query:SELECT')).toBeUndefined();
});

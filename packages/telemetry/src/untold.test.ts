import { afterAll, beforeAll, expect, test } from 'vitest';
import { beginUndertaking, endReports, report, step } from './reports.ts';
import { startWatching } from './start.ts';
import { type EnvelopeSink, startEnvelopeSink } from './test/envelope-sink.ts';
import { beginQuery } from './undertakings.ts';

const REQUEST = '0199f1a2-0000-7000-8000-00000000aaaa';
const SIGNED_IN = '0199f1a2-0000-7000-8000-00000000bbbb';

let sink: EnvelopeSink;
beforeAll(async () => {
  sink = await startEnvelopeSink();
  const env = { SENTRY_DSN: sink.dsn(), SENTRY_TRACES_SAMPLE_RATE: '0' };
  await startWatching({ part: 'api', version: '1.2.3' }, env);
});
afterAll(() => sink.stop());

test('where no request is told of that does not fail, one that fails is told of whole all the same', async () => {
  const about = { name: 'POST /bookings', op: 'http.server', tags: { feature: 'booking' } };
  const fine = beginUndertaking(REQUEST, about);
  fine?.within(() => step('of another request'));
  fine?.end({ tags: {} });

  const failing = beginUndertaking(REQUEST, about);
  for (let at = 1; at <= 40; at++) failing?.within(() => step(`step ${at}`));
  expect(failing?.within(() => beginQuery('pg.query:SELECT'))).toBeUndefined();
  failing?.within(() => report({ error: new Error('put aside'), level: 'warning' }, { kind: 'reminder' }));
  failing?.end({ tags: { status: '500' }, user: SIGNED_IN, failure: { error: new Error('broken') } });
  await endReports();

  const [aside, broken] = sink.errors();
  const trace = { trace_id: REQUEST.replaceAll('-', '') };
  const tags = { part: 'api', request_id: REQUEST, feature: 'booking' };
  expect(aside).toMatchObject({ level: 'warning', tags: { ...tags, kind: 'reminder' }, contexts: { trace } });
  expect(broken).toMatchObject({ tags: { ...tags, status: '500' }, contexts: { trace }, transaction: about.name });
  expect(broken?.user).toEqual({ id: SIGNED_IN });
  const steps = Array.from({ length: 30 }, (_, at) => `step ${at + 11}`);
  expect(broken?.breadcrumbs?.map(({ message }) => message)).toEqual(steps);
  expect([sink.errors().length, sink.transactions().length]).toEqual([2, 0]);
});

import { v4 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiDocument, type Operation, readDocument } from '../test/api-document.ts';
import { exampleOf, type Ids } from '../test/example-of.ts';
import { fullSalon, idIn } from '../test/full-salon.ts';
import { oddOf } from '../test/odd-values.ts';
import { createSalon } from '../test/salon-fixture.ts';
import { openSession } from '../test/signed-in.ts';
import { type TestApi, testApi } from '../test/test-api.ts';

let api: TestApi;
let document: ApiDocument;
let ids: Record<string, string>;
let loginId: string;
let slug: string;

beforeAll(async () => {
  api = await testApi();
  document = await readDocument(api);
  const services = { Herrenhaarschnitt: { phases: [['work', 30]] } } as const;
  const salon = await createSalon(api.prisma, { staff: ['Mia', 'Ben'], chairs: 1, services });
  const full = await fullSalon(api, salon, 'Anna');
  ids = full.ids;
  loginId = full.owner.loginId;
  slug = salon.slug;
});
afterAll(() => api.close());

/** Requests of an owner that are as they should be but for one thing. */
function* oddRequests({ path, method, parameters, body }: Operation) {
  // Whoever comes is a customer; what else is but an id is a category.
  const known = { ...ids, slug, ...(path.includes('/visits') ? { id: ids.customerId ?? '' } : {}) };
  const idOf: Ids = (name) => known[name as keyof typeof known] ?? idIn(ids, name);
  const url = path.replace(/\{(\w+)\}/g, (_, name) => idOf(name));
  const asked = parameters.filter((one) => one.in === 'query');
  const usual = asked
    .filter((one) => one.required)
    .map(({ name, schema }): [string, string] => [name, String(exampleOf(document, schema, idOf, name))]);
  const address = (more: Record<string, string> = {}) =>
    asked.length === 0 ? url : `${url}?${new URLSearchParams({ ...Object.fromEntries(usual), ...more })}`;
  for (const { name, schema } of asked) {
    for (const odd of oddOf(document, schema, idOf, name)) yield { method, url: address({ [name]: String(odd) }) };
  }
  if (body === undefined) return;
  for (const odd of oddOf(document, body, idOf)) yield { method, url: address(), payload: odd as object };
}

test('whatever is sent, by mistake or on purpose, is no fault of ours: it is refused, or done', {
  timeout: 120_000,
}, async () => {
  const faults: string[] = [];
  let sent = 0;
  for (const operation of document.operations) {
    // Somebody new each time: some of the routes sign her out.
    const { cookie } = await openSession(api, { loginId });
    const headers = { origin: 'http://localhost:3000', cookie };
    for (const request of oddRequests(operation)) {
      sent += 1;
      const response = await api.app.inject({ ...request, headers: { ...headers, 'idempotency-key': v4() } });
      if (response.statusCode < 500) continue;
      faults.push(`${operation.id} ${response.statusCode} to ${request.url} ${JSON.stringify(request.payload)}`);
    }
  }
  expect(sent).toBeGreaterThan(500);
  expect(faults).toEqual([]);
});

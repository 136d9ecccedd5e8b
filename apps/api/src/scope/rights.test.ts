import { RIGHTS, type Right, Role, reachOf } from '@salon/contracts/desk/rights';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiDocument, type Operation, readDocument } from '../test/api-document.ts';
import { createSalon, type FixtureSalon } from '../test/salon-fixture.ts';
import { signIn } from '../test/signed-in.ts';
import { type TestApi, testApi } from '../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let document: ApiDocument;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, { staff: ['Mia'], services: { Schnitt: { phases: [['work', 30]] } } });
  document = await readDocument(api);
});
afterAll(() => api.close());

const ofSalons = () => document.operations.filter(({ path }) => path.startsWith('/api/desk/{salonId}/'));

/** Calls a route with ids of nothing: whoever may, learns that nothing is there. */
const callOf = ({ method, path }: Operation) =>
  [
    method,
    path.replace('{salonId}', salon.id).replace(/\{\w+\}/g, () => v7()),
    method === 'GET' || method === 'DELETE' ? undefined : {},
  ] as const;

test('each route lets in the roles that have its right, and no others', { timeout: 120_000 }, async () => {
  const wrong: string[] = [];
  // The stream of changes lets in like all others and never ends; it has tests of its own.
  for (const operation of ofSalons().filter(({ id }) => id !== 'streamChanges')) {
    const right = operation.right as Right;
    expect(Object.keys(RIGHTS), operation.id).toContain(right);
    for (const role of Role.options) {
      // Somebody new each time: some of the routes remove whoever calls them.
      const { call, memberId } = await signIn(api, salon, role);
      await api.owner.query('update staff set member_id = $2 where salon_id = $1', [salon.id, memberId]);
      const { status, body } = await call(...callOf(operation));
      const refused = status === 403 && body.code === 'forbidden';
      const may = reachOf(role, right) !== undefined;
      if (refused === may || status === 401 || status >= 500 || body?.code === 'salon_not_found') {
        wrong.push(`${operation.id} (${right}) as ${role}: ${status} ${body?.code}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('what is one’s own belongs to a staff member: without one there is nothing', async () => {
  const own = ofSalons().filter(({ right }) => reachOf('staff', right as Right) === 'own');
  expect(own.length).toBeGreaterThan(10);
  const { call } = await signIn(api, salon, 'staff');
  for (const operation of own) {
    expect([operation.id, (await call(...callOf(operation))).body.code]).toEqual([operation.id, 'forbidden']);
  }
});

test('a route of the desk that names no right cannot be registered', async () => {
  const app = await api.another();
  const answer = async () => 'anybody may read this';
  expect(() => app.get('/api/desk/:salonId/forgotten', answer)).toThrow('names no right');
  const config = { right: 'seeCalendar' } as const;
  expect(() => app.get('/api/desk/forgotten', { config }, answer)).toThrow('names a right, but no salon');
  for (const operation of document.operations.filter(({ path }) => path.startsWith('/api/desk'))) {
    expect([operation.id, operation.right]).toEqual([operation.id, expect.any(String)]);
  }
});

import { type Right, reachOf } from '@salon/contracts/desk/rights';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ApiDocument, type Operation, readDocument } from '../test/api-document.ts';
import { openStream } from '../test/change-stream.ts';
import { type Desk, deskOf, openDesk } from '../test/desk-caller.ts';
import { createSalon, type FixtureSalon } from '../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../test/signed-in.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../test/test-api.ts';

/** What Ben's part of the visit costs, and what it comes to with Mia's: cents or a written price, never part of an id. */
const BENS = /(?<![\w-])(7311|73[.,]11|10211|102[.,]11)(?![\w-])/;
const MIAS = /(?<![\w-])2900(?![\w-])/;

/** What is asked of a route beside the ids in its address. */
const ASKED: Readonly<Record<string, string>> = {
  ...{ from: '2026-11-23', days: '7', date: '2026-11-24', search: 'Lea', staff: '' },
  ...{ since: '2026-11-01T00:00:00+01:00', limit: '50', before: '' },
};

let api: TestApi;
let document: ApiDocument;
let salon: FixtureSalon;
let owner: SignedInMember;
let mia: SignedInMember;
let desk: Desk;
let hers: Desk;
let shared: { readonly id: string; readonly version: number; readonly customerId: string };

/** A visit of which Mia does one service and Ben another, put there by Mia when she was a manager, and seen to by all since. */
beforeAll(async () => {
  api = await testApi();
  document = await readDocument(api);
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: {
      Schnitt: { phases: [['work', 30]], priceCents: 2900 },
      Farbe: { phases: [['work', 30]], priceCents: 7311 },
    },
    policy: { cancellationMinutes: 0, maxOpenBookings: null },
  });
  owner = await signIn(api, salon, 'owner');
  desk = await openDesk(api, salon);
  mia = await signIn(api, salon, 'manager', { staffId: salon.staff.Mia ?? '', name: 'Mia' });
  hers = deskOf(mia, salon);
  const customer = { name: 'Lea Sommer', email: 'lea@kunde.example' };
  const made = await hers.made(['Schnitt Mia 10:00', 'Farbe Ben 10:30'], { customer });
  const { body } = await hers.change(made, ['Schnitt Mia 11:00', 'Farbe Ben 11:30']);
  shared = body.visits[0];
  // One more that she books by herself, moves and calls off: that is told in the feed and in the trail.
  const both = [
    { service: 'Schnitt', staffId: salon.staff.Mia ?? '' },
    { service: 'Farbe', staffId: salon.staff.Ben ?? '' },
  ];
  const online = await book(api.app, wish(salon, { services: both, time: '14:00', customer }));
  const token = tokenOf(online.body.booking);
  const to = { date: '2026-11-24', time: '15:00', version: 1 };
  expect((await manage(api.app, token, '/reschedule', to, 'later')).status).toBe(200);
  expect((await manage(api.app, token, '/cancel', {})).status).toBe(200);

  await api.prisma.member.update({
    where: { salonId_id: { salonId: salon.id, id: mia.memberId } },
    data: { role: 'staff' },
  });
  // What is sold for how much stands on the page for everybody; what was agreed then does not.
  await api.owner.query('update service set price_cents = 8900 where salon_id = $1 and price_cents = 7311', [salon.id]);
  await api.owner.query('update salon set config_version = config_version + 1 where id = $1', [salon.id]);
});
afterAll(() => api.close());

/** Everything that can be read of a salon by a staff member. */
const reads = () =>
  document.operations.filter(
    ({ method, path, right }) =>
      method === 'GET' && path.startsWith('/api/desk/{salonId}/') && reachOf('staff', right as Right) !== undefined,
  );

function addressOf({ path, parameters }: Operation): string {
  const ids: Readonly<Record<string, string>> = {
    ...{ salonId: salon.id, visitId: shared.id, customerId: shared.customerId },
    ...{ staffId: salon.staff.Mia ?? '' },
  };
  const said = (from: Readonly<Record<string, string>>, name: string) => {
    const value = from[name];
    if (value === undefined) throw new Error(`say in this test what "${name}" of ${path} shall be`);
    return value;
  };
  const query = new URLSearchParams();
  for (const { name } of parameters.filter((one) => one.in === 'query')) {
    const value = said(ASKED, name);
    if (value !== '') query.set(name, value);
  }
  return `${path.replace(/\{(\w+)\}/g, (_, name) => said(ids, name))}?${query}`;
}

/** What each of these routes answers to somebody. */
async function walk(member: SignedInMember, operations: readonly Operation[]) {
  const answers: { readonly id: string; readonly text: string }[] = [];
  for (const operation of operations) {
    const { status, text } = await member.call('GET', addressOf(operation));
    expect([operation.id, status], text).toEqual([operation.id, 200]);
    answers.push({ id: operation.id, text });
  }
  return answers;
}

const naming = (answers: readonly { readonly id: string; readonly text: string }[], price: RegExp) =>
  answers.filter(({ text }) => price.test(text)).map(({ id }) => id);

test('nothing a staff member can read tells what a colleague’s part of a shared visit costs', async () => {
  const silent = reads().filter(({ id }) => id !== 'streamChanges');
  const seen = await walk(mia, silent);
  expect(naming(seen, BENS)).toEqual([]);
  // The same routes tell the owner, so the look was not in vain; and what Mia gets for her part is no secret from her.
  const told = ['getCalendar', 'getCustomer', 'getCustomerVisits', 'getDeskVisit', 'listChanges', 'listChangesOfVisit'];
  expect(naming(await walk(owner, silent), BENS).sort()).toEqual(told);
  expect(naming(seen, MIAS)).toEqual(expect.arrayContaining(['getCalendar', 'getDeskVisit', 'listChangesOfVisit']));
});

test('nor does the stream of changes, while the visit changes', async () => {
  const stream = await openStream(api.app, salon, mia);
  await stream.until((heard) => heard.length > 0);
  const { version } = (await desk.get(`visits/${shared.id}`)).body.visit;
  const { body } = await desk.mark({ id: shared.id, version }, 'arrived');
  await stream.until((heard) => heard.some(({ data }) => data.dates?.includes('2026-11-24')));
  await desk.undo(body.change.id);
  await stream.close();
  expect(JSON.stringify(stream.heard)).not.toMatch(BENS);
});

test('nor do answers to what she does: her own visits, and what lies in her way', async () => {
  const { version } = (await desk.get(`visits/${shared.id}`)).body.visit;
  const own = await hers.visit(['Schnitt Mia 09:00'], { customer: { id: shared.customerId } });
  const asked = [
    own,
    await hers.change(own.body.visits[0], ['Schnitt Mia 11:00']),
    await hers.change(own.body.visits[0], ['Schnitt Mia 11:00'], { overlap: true }),
    await hers.change({ id: shared.id, version }, ['Schnitt Mia 12:00']),
    await hers.mark({ id: shared.id, version }, 'done'),
    await hers.send('POST', `visits/${shared.id}/split`, { version, positions: [1] }),
    await hers.send('POST', 'time-off', {
      ...{ staffId: salon.staff.Mia, kind: 'blocked' },
      ...{ startsAt: '2026-11-24T11:00:00+01:00', endsAt: '2026-11-24T12:00:00+01:00' },
    }),
    await mia.call('PATCH', `/api/desk/${salon.id}/customers/${shared.customerId}`, { version: 1, notes: 'Mag Tee' }),
  ];
  expect(asked.map(({ status }) => status)).toEqual([201, 409, 200, 403, 403, 403, 409, 200]);
  for (const { text } of asked) expect(text).not.toMatch(BENS);
});

test('a visit that says nothing of who did what has no price for her on a card', async () => {
  const { id } = await desk.made(['Farbe Ben 16:00'], { customer: { id: shared.customerId } });
  await api.owner.query('delete from booking_item where salon_id = $1 and booking_id = $2', [salon.id, id]);
  const { body } = await mia.call('GET', `/api/desk/${salon.id}/customers/${shared.customerId}`);
  const onCard = body.history.visits.find((one: { id: string }) => one.id === id);
  expect(onCard).toMatchObject({ items: [] });
  expect(onCard).not.toHaveProperty('priceCents');
});

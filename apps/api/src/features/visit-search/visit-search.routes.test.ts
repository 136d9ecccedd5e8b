import { FoundVisits } from '@salon/contracts/desk/visit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let owner: SignedInMember;
let mia: SignedInMember;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Jonas'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
    policy: { maxOpenBookings: null },
  });
  owner = await signIn(api, salon, 'owner');
  mia = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
});
afterAll(() => api.close());

async function search(typed: string, member = owner) {
  const query = new URLSearchParams({ search: typed });
  const { status, body, text } = await member.call('GET', `/api/desk/${salon.id}/visits?${query}`);
  expect(status, text).toBe(200);
  return FoundVisits.parse(body).visits;
}

const told = (visits: FoundVisits['visits']) =>
  visits.map(({ startsAt, name, services, status }) => [startsAt.slice(5, 16), name, ...services, status].join(' '));

/** Somebody books with somebody on a day. */
async function comes(name: string, staff: 'Mia' | 'Jonas', date: string, time = '10:00', guestName?: string) {
  const customer = { name, email: `${name.toLowerCase().replace(/\W/g, '.')}@kunde.example` };
  const asked = { date, time, staffId: salon.staff[staff], customer, ...(guestName ? { guestName } : {}) };
  const { status, body } = await book(api.app, wish(salon, asked));
  expect(status).toBe(201);
  return body.booking;
}

test('a visit is found by what the customer reads out, however it is typed, and when it is over or cancelled too', async () => {
  const booking = await comes('Anna Petersen', 'Mia', '2026-11-26');
  const letters = booking.reference.replace('-', '');
  const here = ['11-26T10:00 Anna Petersen Herrenhaarschnitt confirmed'];
  for (const typed of [booking.reference, letters.toLowerCase(), ` ${letters.slice(0, 4)} ${letters.slice(4)} `]) {
    expect(told(await search(typed)), typed).toEqual(here);
  }
  expect((await search(booking.reference))[0]).toMatchObject({ id: booking.id, reference: booking.reference });

  await manage(api.app, tokenOf(booking), '/cancel', {});
  expect(told(await search(letters))).toEqual(['11-26T10:00 Anna Petersen Herrenhaarschnitt cancelled']);
});

test('by her name, as heard, the next three she comes for; what is over or cancelled is not among them', async () => {
  const cancelled = await comes('Philipp Meyer', 'Jonas', '2026-11-25');
  await manage(api.app, tokenOf(cancelled), '/cancel', {});
  for (const day of ['30', '27', '28', '29']) await comes('Philipp Meyer', 'Jonas', `2026-11-${day}`);
  expect(told(await search('filip maier'))).toEqual([
    '11-27T10:00 Philipp Meyer Herrenhaarschnitt confirmed',
    '11-28T10:00 Philipp Meyer Herrenhaarschnitt confirmed',
    '11-29T10:00 Philipp Meyer Herrenhaarschnitt confirmed',
  ]);
});

test('a visit for somebody else is told by who comes', async () => {
  await comes('Karla Sander', 'Jonas', '2026-12-01', '12:00', 'Opa Heinz');
  expect(told(await search('Sander'))).toEqual(['12-01T12:00 Opa Heinz Herrenhaarschnitt confirmed']);
});

test('staff find what is theirs; nobody finds what is another salon’s, or anything by nothing', async () => {
  const his = await comes('Greta Lindner', 'Jonas', '2026-12-02');
  const hers = await comes('Greta Lindner', 'Mia', '2026-12-03');
  expect(await search(his.reference, mia)).toEqual([]);
  expect(told(await search('lindner', mia))).toEqual(['12-03T10:00 Greta Lindner Herrenhaarschnitt confirmed']);
  expect((await search(hers.reference, mia)).map(({ id }) => id)).toEqual([hers.id]);

  const other = await createSalon(api.prisma, { staff: ['Eva'], services: { Bart: { phases: [['work', 15]] } } });
  const stranger = await signIn(api, other, 'owner');
  const { body } = await stranger.call('GET', `/api/desk/${other.id}/visits?search=${hers.reference}`);
  expect(body).toEqual({ visits: [] });
  for (const nothing of ['', ' - ']) expect(await search(nothing)).toEqual([]);
});

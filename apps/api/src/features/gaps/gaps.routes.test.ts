import { GapsAnswer } from '@salon/contracts/desk/calendar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { book, type TestApi, testApi, wish } from '../../test/test-api.ts';

let api: TestApi;
let salon: FixtureSalon;
let owner: SignedInMember;
let mia: SignedInMember;

beforeAll(async () => {
  api = await testApi();
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Jonas'],
    services: {
      Herrenhaarschnitt: { phases: [['work', 30]], buffer: 10 },
      Farbe: {
        phases: [
          ['work', 30],
          ['processing', 40],
          ['finish', 20],
        ],
        by: ['Mia'],
      },
    },
    open: [540, 720],
    policy: { maxOpenBookings: null },
  });
  owner = await signIn(api, salon, 'owner');
  mia = await signIn(api, salon, 'staff', { staffId: salon.staff.Mia ?? '' });
});
afterAll(() => api.close());

async function gaps(date: string, member = owner): Promise<string[]> {
  const { status, body, text } = await member.call('GET', `/api/desk/${salon.id}/gaps?date=${date}`);
  expect(status, text).toBe(200);
  const nameOf = (table: Readonly<Record<string, string>>, id: string) =>
    Object.keys(table).find((name) => table[name] === id);
  return GapsAnswer.parse(body).gaps.map(({ staffId, startsAt, minutes, fits, couldCome }) =>
    [
      `${nameOf(salon.staff, staffId)} ${startsAt.slice(11, 16)} ${minutes}`,
      fits.map((id) => nameOf(salon.services, id)).join(' '),
      couldCome.map(({ name, phone, startsAt: at }) => `${name} ${phone} ${at.slice(11, 16)}`).join(', '),
    ].join(' | '),
  );
}

async function booked(date: string, time: string, staff: string, service: string, name: string): Promise<void> {
  const customer = { name, email: `${name.toLowerCase()}@kunde.example`, phone: '+49 40 1' };
  const { status, text } = await book(
    api.app,
    wish(salon, { date, time, service, staffId: salon.staff[staff], customer }),
  );
  expect(status, text).toBe(201);
}

test('gaps of a day, the time in which colour develops among them, with what fits and whom to call', async () => {
  await booked('2026-11-24', '09:00', 'Mia', 'Farbe', 'Anna');
  await booked('2026-11-24', '11:15', 'Jonas', 'Herrenhaarschnitt', 'Berta');
  expect(await gaps('2026-11-24')).toEqual([
    'Jonas 09:00 135 | Herrenhaarschnitt | Berta +49 40 1 11:15',
    'Mia 09:30 40 | Herrenhaarschnitt | Berta +49 40 1 11:15',
    'Mia 10:30 90 | Farbe Herrenhaarschnitt | ',
  ]);
});

test('staff see their own', async () => {
  expect(await gaps('2026-11-24', mia)).toEqual([
    'Mia 09:30 40 | Herrenhaarschnitt | ',
    'Mia 10:30 90 | Farbe Herrenhaarschnitt | ',
  ]);
});

test('what is over is no gap, and a gap that has begun begins at the next five minutes', async () => {
  api.clock.now = Date.parse('2026-11-25T10:02:00Z');
  expect(await gaps('2026-11-25')).toEqual([
    'Mia 11:05 55 | Herrenhaarschnitt | ',
    'Jonas 11:05 55 | Herrenhaarschnitt | ',
  ]);
  expect(await gaps('2026-11-24')).toEqual([]);
});

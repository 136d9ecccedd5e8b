import { afterAll, beforeAll, expect, test } from 'vitest';
import { wrongWithHeldTime } from '../../test/held-time.ts';
import { type BookingAnswer, bookingsOf, crowd, openRush, type Rush, told } from '../../test/rush.ts';
import { manage, tokenOf } from '../../test/test-api.ts';

const BASKETS = [
  ['Färben', 'Haarschnitt'],
  ['Färben:Mia', 'Haarschnitt'],
  ['Färben', 'Haarschnitt:Ben'],
  ['Färben:Ben', 'Trockenschnitt:Ben'],
  ['Haarschnitt', 'Färben', 'Haarschnitt'],
  ['Färben:Mia', 'Haarschnitt:Ida', 'Trockenschnitt:Mia'],
];
const SINGLE = [['Haarschnitt'], ['Färben']];
/** When colour begins, and half an hour later, when it develops. */
const TIMES = ['09:30', '10:00', '10:15', '10:30', '11:00', '11:15', '12:00', '13:00', '13:15', '14:30', '14:45'];
const MEANWHILE = ['10:00', '10:30', '10:45', '11:00', '11:30', '11:45', '12:30', '13:30', '13:45', '15:00', '15:15'];
const STAFF = ['Mia', 'Ben', 'Ida'];

let rush: Rush;

beforeAll(async () => {
  rush = await openRush();
});
afterAll(() => rush.close());

const nothingWrong = async () => expect(await wrongWithHeldTime(rush.api.owner, rush.salon().id)).toEqual([]);

/** Who was there before sixty came: visits, and an owner who has blocked time, some of it over them. */
async function earlierOnes(pick: <T>(list: readonly T[], index: number) => T) {
  const before: BookingAnswer[] = [];
  for (const [index, time] of ['09:00', '09:15', '10:00', '10:30', '11:00', '11:15', '12:15', '12:30'].entries()) {
    before.push(await rush.ask(index, time, ...pick([...BASKETS, ...SINGLE], index)));
  }
  const blocked = [
    await rush.block('Mia', '09:30', '10:15'),
    await rush.block('Ben', '10:15', '10:45'),
    await rush.block('Ida', '11:00', '11:30'),
    await rush.block('Mia', '15:00', '15:30'),
  ];
  return { visits: bookingsOf(before), blocked };
}

test.each([1, 2, 3])(
  'storm %i of baskets, cuts while colour develops, blocked time, moves and cancellations: each minute of everybody has one holder',
  async (storm) => {
    await rush.next();
    const pick = <T>(list: readonly T[], index: number) => list[(index * 7 + storm * 5) % list.length] as T;
    const { visits, blocked } = await earlierOnes(pick);
    expect(visits.length).toBeGreaterThanOrEqual(4);
    const asked: BookingAnswer[] = [];
    const moved: Awaited<ReturnType<Rush['move']>>[] = [];
    const cancelled: typeof moved = [];

    await crowd(async (index) => {
      const turn = Math.floor(index / 6);
      const token = tokenOf(visits[turn % visits.length]);
      const whatever = [
        async () => asked.push(await rush.ask(index, pick(TIMES, index), ...pick(BASKETS, index))),
        async () => asked.push(await rush.ask(index, pick(TIMES, index), ...pick(BASKETS, index))),
        async () =>
          asked.push(await rush.ask(index, pick(MEANWHILE, index), `Haarschnitt:${pick(['Mia', 'Ben'], index)}`)),
        async () => blocked.push(await rush.block(pick(STAFF, index), pick(TIMES, index), pick(MEANWHILE, index))),
        async () =>
          turn % 2 === 0
            ? cancelled.push(await rush.cancel(index, token))
            : moved.push(await rush.move(index, token, pick(TIMES, index + 3))),
        async () => rush.unblock(blocked[turn % 4] ?? ''),
      ];
      await whatever[index % 6]?.();
    });
    for (const { status } of asked) expect([201, 409]).toContain(status);
    for (const { status } of moved) expect([200, 409]).toContain(status);
    expect(cancelled.map(({ status }) => status)).toEqual(cancelled.map(() => 200));
    await nothingWrong();

    // What each was told last is what is there.
    const all = [...visits, ...bookingsOf(asked)];
    const now = await Promise.all(all.map(async (one) => (await manage(rush.api.app, tokenOf(one))).body.booking));
    const versions = [
      ...all,
      ...[...moved, ...cancelled].filter(({ status }) => status === 200).map(({ body }) => body.booking),
    ];
    for (const booking of now) {
      const last = versions.filter(({ id }) => id === booking.id).reduce((a, b) => (b.version > a.version ? b : a));
      expect([booking.version, booking.status, told(booking)]).toEqual([last.version, last.status, told(last)]);
    }
    const live = now.filter(({ status }) => status !== 'cancelled');
    expect(await rush.kept()).toEqual(live.map(told).sort());

    // Everybody goes, and nothing stays behind.
    await Promise.all([...all.map((one, index) => rush.cancel(index, tokenOf(one))), ...blocked.map(rush.unblock)]);
    await nothingWrong();
    const { rows } = await rush.api.owner.query('select from claim where salon_id = $1', [rush.salon().id]);
    expect(rows).toHaveLength(0);
  },
);

import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, type Desk, openDesk } from '../../test/desk-caller.ts';
import { wrongWithHeldTime } from '../../test/held-time.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, manage, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
afterAll(() => api.close());

const SERVICES = ['Färben', 'Schnitt', 'Waschen'];
const STAFF = ['Mia', 'Ben'];

const newSalon = () =>
  createSalon(api.prisma, {
    staff: STAFF,
    chairs: 1,
    services: {
      Färben: {
        phases: [
          ['work', 30],
          ['processing', 30],
          ['finish', 15],
        ],
      },
      Schnitt: { phases: [['work', 30]] },
      Waschen: { phases: [['work', 15]], station: 'chair' },
    },
    policy: { cancellationMinutes: 0, maxOpenBookings: null },
  });

const item = fc
  .record({ service: fc.constantFrom(...SERVICES), staff: fc.constantFrom(...STAFF), slot: fc.nat(11) })
  .map(
    ({ service, staff, slot }) =>
      `${service} ${staff} ${10 + Math.floor(slot / 4)}:${['00', '15', '30', '45'][slot % 4]}`,
  );
const items = fc.array(item, { minLength: 1, maxLength: 3 });
const which = fc.nat(5);
/** Something somebody does; what is refused is refused, whatever it was. */
const deed = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('make' as const), items, overlap: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('change' as const), which, items, overlap: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      ...{ do: fc.constant('mark' as const), which, overlap: fc.boolean() },
      status: fc.constantFrom('confirmed', 'arrived', 'no_show', 'cancelled'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('split' as const), which }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ do: fc.constant('block' as const), staff: fc.constantFrom(...STAFF), from: fc.integer({ min: 9, max: 12 }) },
      ...{ hours: fc.integer({ min: 1, max: 3 }), overlap: fc.boolean() },
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('end' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('book' as const), hour: fc.integer({ min: 10, max: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('callOff' as const) }) },
);
type Deed = typeof deed extends fc.Arbitrary<infer T> ? T : never;

/** What has been done so far. */
type Book = { visits: string[]; changes: string[]; blocks: string[]; tokens: string[] };

async function act(desk: Desk, salon: FixtureSalon, known: Book, one: Deed): Promise<number> {
  const current = async (index: number) => {
    const id = known.visits[index % Math.max(known.visits.length, 1)];
    return id === undefined ? undefined : (await desk.get(`visits/${id}`)).body.visit;
  };
  const note = (answer: Awaited<ReturnType<Desk['send']>>) => {
    if (answer.status >= 300) return answer.status;
    known.changes.push(answer.body.change.id);
    for (const { id } of answer.body.visits ?? []) if (!known.visits.includes(id)) known.visits.push(id);
    if (answer.body.timeOff) known.blocks.push(answer.body.timeOff.id);
    return answer.status;
  };
  switch (one.do) {
    case 'make':
      return note(await desk.visit(one.items, { overlap: one.overlap, outside: true }));
    case 'change': {
      const visit = await current(one.which);
      return visit ? note(await desk.change(visit, one.items, { overlap: one.overlap, outside: true })) : 0;
    }
    case 'mark': {
      const visit = await current(one.which);
      return visit ? note(await desk.mark(visit, one.status, { overlap: one.overlap })) : 0;
    }
    case 'split': {
      const visit = await current(one.which);
      return visit
        ? note(await desk.send('POST', `visits/${visit.id}/split`, { version: visit.version, positions: [0] }))
        : 0;
    }
    case 'undo': {
      const change = known.changes.pop();
      return change ? (await desk.undo(change)).status : 0;
    }
    case 'block': {
      const time = {
        startsAt: at(`${String(one.from).padStart(2, '0')}:00`),
        endsAt: at(`${one.from + one.hours}:00`),
      };
      return note(
        await desk.send('POST', 'time-off', {
          staffId: salon.staff[one.staff],
          kind: 'blocked',
          ...time,
          overlap: one.overlap,
        }),
      );
    }
    case 'end': {
      const timeOff = known.blocks.pop();
      return timeOff ? note(await desk.send('POST', `time-off/${timeOff}/end`, {})) : 0;
    }
    case 'book': {
      const answer = await book(api.app, wish(salon, { service: 'Schnitt', time: `${one.hour}:00` }));
      if (answer.status === 201) known.tokens.push(tokenOf(answer.body.booking));
      return answer.status;
    }
    case 'callOff': {
      const token = known.tokens.pop();
      return token ? (await manage(api.app, token, '/cancel', {})).status : 0;
    }
  }
}

test('whatever the desk does, taken time has one holder, and every visit holds what it wants but where it was laid over', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { minLength: 4, maxLength: 14 }), async (deeds) => {
      const salon = await newSalon();
      const desk = await openDesk(api, salon);
      const known: Book = { visits: [], changes: [], blocks: [], tokens: [] };
      for (const one of deeds) {
        const status = await act(desk, salon, known, one);
        expect(status, JSON.stringify(one)).toBeLessThan(500);
        expect(await wrongWithHeldTime(api.owner, salon.id), JSON.stringify(one)).toEqual([]);
      }
    }),
    { numRuns: 40 },
  );
});

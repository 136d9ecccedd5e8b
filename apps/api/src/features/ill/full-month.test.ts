import { MOST_ILL_VISITS } from '@salon/contracts/desk/ill';
import { openDatabase } from '@salon/db/pool';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Desk, deskOf, openDesk } from '../../test/desk-caller.ts';
import { wrongWithHeldTime } from '../../test/held-time.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { type SignedInMember, signIn } from '../../test/signed-in.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';

const FROM = '2026-11-24';
const A_DAY = 20;
let api: TestApi;
let salon: FixtureSalon;
let desk: Desk;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(async () => {
  salon = await createSalon(api.prisma, {
    staff: ['Mia', 'Ben'],
    services: {
      Schnitt: { phases: [['work', 30]] },
      Dauerwelle: { phases: [['work', 30]], by: ['Mia'] },
    },
    open: [8 * 60, 18 * 60],
  });
  desk = await openDesk(api, salon);
});
afterAll(() => api.close());

const dayAfter = (days: number) => new Date(Date.parse(FROM) + days * 86_400_000).toISOString().slice(0, 10);

/** Fills Mia's days one after the other with her visits of these numbers; returns the day of the last. */
async function fill(service: string, visits: number, first = 0): Promise<string> {
  for (let index = first; index < visits; index++) {
    const time = `${String(8 + Math.floor((index % A_DAY) / 2)).padStart(2, '0')}:${index % 2 ? '30' : '00'}`;
    const startsAt = `${dayAfter(Math.floor(index / A_DAY))}T${time}:00+01:00`;
    const items = [{ serviceId: salon.services[service], staffId: salon.staff.Mia, startsAt }];
    const { status, text } = await desk.send('POST', 'visits', { customer: null, items, notify: false });
    if (status !== 201) throw new Error(text);
  }
  return dayAfter(Math.floor((visits - 1) / A_DAY));
}

type Visit = { visit: { id: string; version: number } };
const preview = (to: string, by: Pick<Desk, 'get'> = desk) =>
  by.get(`ill?staffId=${salon.staff.Mia}&from=${FROM}&to=${to}`);

test('whatever is shown of a full month can be sent off; of more it is said that it is too much', {
  timeout: 120_000,
}, async () => {
  const to = await fill('Schnitt', MOST_ILL_VISITS + 1);
  const tooMuch = await preview(to);
  expect(tooMuch.status).toBe(422);
  expect(tooMuch.body).toMatchObject({ code: 'too_many_visits', total: MOST_ILL_VISITS + 1 });

  const fewer = dayAfter(MOST_ILL_VISITS / A_DAY - 1);
  const { visits } = (await preview(fewer)).body as { visits: Visit[] };
  expect(visits).toHaveLength(MOST_ILL_VISITS);
  const choices = visits.map(({ visit }) => ({
    ...{ do: 'give', visitId: visit.id, version: visit.version, staffId: salon.staff.Ben },
  }));
  const body = { staffId: salon.staff.Mia, from: FROM, to: fewer, choices, notify: false };
  const { status, body: done } = await desk.send('POST', 'ill', body);
  expect(status, JSON.stringify(done).slice(0, 500)).toBe(200);
  expect(done.visits).toHaveLength(MOST_ILL_VISITS);
  expect((await preview(fewer)).body.visits).toEqual([]);
  expect((await desk.undo(done.change.id)).status).toBe(200);
  expect((await preview(fewer)).body.visits).toHaveLength(MOST_ILL_VISITS);
  expect(await wrongWithHeldTime(api.owner, salon.id)).toEqual([]);
});

describe('twenty visits are as many reads as two', () => {
  let db: ReturnType<typeof openDatabase>;
  let counted: Desk;
  /** Statements by their names: what tells open calendars of a change has none, and comes when it comes. */
  let sent: string[] = [];

  beforeEach(async () => {
    db = openDatabase(api.database.apiUrl, 'counted');
    sent = [];
    const query = db.pool.query.bind(db.pool) as (...args: unknown[]) => unknown;
    vi.spyOn(db.pool, 'query').mockImplementation(((...args: [{ name?: string }]) => {
      if (args[0].name !== undefined) sent.push(args[0].name);
      return query(...args);
    }) as never);
    const app = await api.another({}, { db });
    const owner: SignedInMember = await signIn(api, salon, 'owner');
    counted = deskOf({ call: (method, url, body, headers) => owner.call(method, url, body, headers, app) }, salon);
  });
  afterEach(() => db.pool.end());

  const sentBy = async <T>(work: () => Promise<T>): Promise<[string[], T]> => {
    sent = [];
    const result = await work();
    return [sent.toSorted(), result];
  };

  test('where nobody else can take them', async () => {
    const readsFor = async (visits: number) => {
      const [names, { body }] = await sentBy(() => preview(FROM, counted));
      expect(body.visits).toHaveLength(visits);
      for (const { others, times } of body.visits) {
        expect(others).toEqual([]);
        expect(times.length).toBeGreaterThan(0);
      }
      expect(names).toContain('taken_by');
      return names;
    };
    await fill('Dauerwelle', 2);
    await readsFor(2); // The first look also loads the salon.
    const few = await readsFor(2);
    await fill('Dauerwelle', A_DAY, 2);
    expect(await readsFor(A_DAY)).toEqual(few);
  });

  test('where her illness is taken back', async () => {
    const readsFor = async (visits: number) => {
      const shown = (await preview(FROM, counted)).body.visits as Visit[];
      expect(shown).toHaveLength(visits);
      const choices = shown.map(({ visit }) => ({
        ...{ do: 'give', visitId: visit.id, version: visit.version, staffId: salon.staff.Ben },
      }));
      const body = { staffId: salon.staff.Mia, from: FROM, to: FROM, choices, notify: false };
      const { body: done } = await counted.send('POST', 'ill', body);
      const [names, undone] = await sentBy(() => counted.undo(done.change.id));
      expect(undone.status).toBe(200);
      expect(names).toContain('held_by');
      return names;
    };
    await fill('Schnitt', 2);
    const few = await readsFor(2);
    await fill('Schnitt', A_DAY, 2);
    expect(await readsFor(A_DAY)).toEqual(few);
  });
});

import pg from 'pg';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, type DayBook, openDayBook } from './test/day-book.ts';
import { createTestDatabase, type TestDatabase } from './test/test-database.ts';
import { traced } from './test/traced.ts';

const RESTORE = "update booking set status = 'confirmed', version = version + 1 where salon_id = $1 and id = $2";

let database: TestDatabase;
let pool: pg.Pool;
let day: DayBook;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 20 });
});
beforeEach(async () => {
  day = await openDayBook(pool);
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

describe('an owner lays a visit over another on purpose', () => {
  test('it holds only what is free, and is listed as overlapping', async () => {
    const holder = await day.visit([['10:00', '11:00']]);
    const guest = await day.visit([['10:30', '11:30']], true);
    expect([holder.whole, guest.whole]).toEqual([true, false]);
    expect(await day.held({ holder: holder.id, guest: guest.id })).toEqual(['10:00–11:00 holder', '11:00–11:30 guest']);
    expect(await day.overlaid()).toEqual([guest.id]);
  });

  test('without meaning it, she is refused and nothing is held', async () => {
    const holder = await day.visit([['10:00', '11:00']]);
    const refused = await day.visit([['09:30', '10:30']]);
    expect(refused.whole).toBe(false);
    expect(await day.held({ holder: holder.id })).toEqual(['10:00–11:00 holder']);
  });

  test('when the holder cancels, its time passes to the one lying on it, and only that', async () => {
    const holder = await day.visit([['10:00', '11:00']]);
    const guest = await day.visit([['10:30', '11:30']], true);
    expect(await day.cancel(holder.id)).toBe('cancelled');
    const held = await day.held({ guest: guest.id });
    expect(held).toEqual(['10:30–11:00 guest', '11:00–11:30 guest']);
    expect(await day.overlaid()).toEqual([]);
  });

  test('of two lying on it the older inherits first, the younger what is left', async () => {
    const holder = await day.visit([['10:00', '12:00']]);
    const older = await day.visit([['10:00', '11:00']], true);
    const younger = await day.visit([['10:30', '12:00']], true);
    await day.cancel(holder.id);
    expect(await day.held({ older: older.id, younger: younger.id })).toEqual([
      '10:00–11:00 older',
      '11:00–12:00 younger',
    ]);
    expect(await day.overlaid()).toEqual([younger.id]);
    await day.cancel(older.id);
    expect(await day.held({ younger: younger.id })).toEqual(['10:30–11:00 younger', '11:00–12:00 younger']);
  });

  test('a cancelled visit inherits nothing', async () => {
    const holder = await day.visit([['10:00', '11:00']]);
    const guest = await day.visit([['10:00', '11:00']], true);
    await day.cancel(guest.id);
    await day.cancel(holder.id);
    expect(await day.held({})).toEqual([]);
  });

  test('a visit with processing time frees its work only, and a visit inside it stays', async () => {
    const colour = await day.visit([
      ['10:00', '10:30'],
      ['11:00', '11:15'],
    ]);
    const cut = await day.visit([['10:30', '11:00']]);
    expect([colour.whole, cut.whole]).toEqual([true, true]);
    await day.cancel(colour.id);
    expect(await day.held({ cut: cut.id })).toEqual(['10:30–11:00 cut']);
  });
});

describe('a visit lying on another is moved away', () => {
  test('it leaves nothing behind that it could inherit', async () => {
    const holder = await day.visit([['10:00', '10:30']]);
    const guest = await day.visit([['10:15', '10:45']], true);
    expect(await day.move(guest.id, ['16:00', '16:30'])).toBe('moved');
    const names = { holder: holder.id, guest: guest.id };
    expect(await day.held(names)).toEqual(['10:00–10:30 holder', '16:00–16:30 guest']);
    await day.cancel(guest.id);
    await day.cancel(holder.id);
    expect(await day.held(names)).toEqual([]);
  });

  test('and the holder is moved: the guest has its whole time', async () => {
    const holder = await day.visit([['10:00', '11:00']]);
    const guest = await day.visit([['10:30', '11:30']], true);
    expect(await day.move(holder.id, ['10:15', '10:30'])).toBe('moved');
    const names = { holder: holder.id, guest: guest.id };
    expect(await day.held(names)).toEqual(['10:15–10:30 holder', '10:30–11:00 guest', '11:00–11:30 guest']);
  });
});

describe('sick leave', () => {
  test('over visits claims the gaps, takes over what is cancelled, and gives all of it back at its end', async () => {
    const visit = await day.visit([['10:00', '11:00']]);
    const sick = await day.timeOff('09:00', '12:00');
    expect(sick.whole).toBe(false);
    const names = { visit: visit.id, sick: sick.id };
    expect(await day.held(names)).toEqual(['09:00–10:00 sick', '10:00–11:00 visit', '11:00–12:00 sick']);
    await day.cancel(visit.id);
    expect(await day.held(names)).toEqual(['09:00–10:00 sick', '10:00–11:00 sick', '11:00–12:00 sick']);
    expect(await day.endTimeOff(sick.id)).toBe(true);
    expect(await day.held(names)).toEqual([]);
    expect(await day.endTimeOff(sick.id)).toBe(false);
  });

  test('at its end passes its time to a visit that was put there all the same', async () => {
    const sick = await day.timeOff('09:00', '12:00');
    const visit = await day.visit([['10:00', '11:00']], true);
    await day.endTimeOff(sick.id);
    expect(await day.held({ visit: visit.id })).toEqual(['10:00–11:00 visit']);
    expect(await day.overlaid()).toEqual([]);
  });
});

describe('at the same moment', () => {
  test('holder and guest are cancelled: no claim of a dead visit is left', async () => {
    for (let round = 0; round < 25; round++) {
      const holder = await day.visit([['10:00', '11:00']]);
      const guest = await day.visit([['10:00', '11:00']], true);
      const order = round % 2 === 0 ? [holder, guest] : [guest, holder];
      const outcomes = await Promise.all(order.map(({ id }) => day.cancel(id)));
      expect(outcomes).toEqual(['cancelled', 'cancelled']);
      expect(await day.held({}), `round ${round}`).toEqual([]);
    }
  });

  test('the holder is cancelled and twenty others want its time: the guest has it', async () => {
    const holder = await day.visit([['10:00', '11:00']]);
    const guest = await day.visit([['10:00', '11:00']], true);
    const [, ...others] = await Promise.all([
      day.cancel(holder.id),
      ...Array.from({ length: 20 }, () =>
        day.visit([['10:00', '11:00']]).catch((error: { code: string }) => error.code),
      ),
    ]);
    for (const other of others)
      expect(other).toSatisfy((one: unknown) => one === 'SB001' || (one as { whole: boolean }).whole === false);
    expect(await day.held({ guest: guest.id })).toEqual(['10:00–11:00 guest']);
  });
});

describe('somebody books while an owner lays something over taken time', () => {
  /** Holds up `lay` where it waits for a first holder; `meanwhile` happens, then `lay` goes on but does not commit yet. */
  async function interleaved(lay: (client: pg.PoolClient) => Promise<unknown>, meanwhile: () => Promise<unknown>) {
    const first = await day.visit([['10:00', '10:30']]);
    const [blocker, owner] = await Promise.all([pool.connect(), pool.connect()]);
    await blocker.query('begin');
    await blocker.query('select from booking where id = $1 for update', [first.id]);
    await owner.query('begin');
    const laid = lay(owner);
    await untilWaiting(owner);
    await meanwhile();
    await blocker.query('commit');
    await laid;
    blocker.release();
    return { first, commit: () => owner.query('commit').finally(() => owner.release()), owner };
  }

  const pidOf = (client: pg.PoolClient) => (client as unknown as { processID: number }).processID;
  async function untilWaiting(client: pg.PoolClient) {
    for (let waiting = false; !waiting; ) {
      const sql = "select 1 from pg_stat_activity where pid = $1 and wait_event_type = 'Lock'";
      waiting = (await pool.query(sql, [pidOf(client)])).rows.length > 0;
    }
  }
  async function untilDoneOrWaitingFor(work: Promise<unknown>, client: pg.PoolClient) {
    let done = false;
    void work.finally(() => {
      done = true;
    });
    const sql = 'select 1 from pg_stat_activity where $1 = any(pg_blocking_pids(pid))';
    while (!done && (await pool.query(sql, [pidOf(client)])).rows.length === 0);
  }

  test('and cancels again at once: the time is not lost between the two', async () => {
    const sick = v7();
    let late = { id: '' };
    const { first, commit, owner } = await interleaved(
      (client) =>
        client.query("select lay_time_off_v1($1, $2, $3, 'time_off', $4, $5, null, now())", [
          day.salon,
          sick,
          day.staff,
          at('09:00'),
          at('12:00'),
        ]),
      async () => {
        late = await day.visit([['11:00', '11:30']]);
      },
    );
    const cancelled = day.cancel(late.id);
    await untilDoneOrWaitingFor(cancelled, owner);
    await commit();
    await cancelled;
    expect(await day.held({ first: first.id, sick })).toEqual([
      '09:00–10:00 sick',
      '10:00–10:30 first',
      '10:30–11:00 sick',
      '11:00–11:30 sick',
      '11:30–12:00 sick',
    ]);
  });
});

describe('a dead visit comes back', () => {
  const restore = async (id: string) => {
    await pool.query(traced(RESTORE), [day.salon, id]);
    const { rows } = await pool.query('select hold_visit_v1($1, $2, false) as whole', [day.salon, id]);
    return rows[0].whole;
  };

  test('and holds its time again if that is still free', async () => {
    const visit = await day.visit([['10:00', '11:00']]);
    await day.cancel(visit.id);
    expect(await restore(visit.id)).toBe(true);
    expect(await day.held({ visit: visit.id })).toEqual(['10:00–11:00 visit']);
  });

  test('and is refused if somebody else has it', async () => {
    const visit = await day.visit([['10:00', '11:00']]);
    await day.cancel(visit.id);
    const other = await day.visit([['10:30', '11:30']]);
    expect(await restore(visit.id)).toBe(false);
    expect(await day.held({ other: other.id })).toEqual(['10:30–11:30 other']);
  });
});

test('overlapping claims are impossible, whoever writes them', async () => {
  const visit = await day.visit([['10:00', '11:00']]);
  const insert = pool.query(
    'insert into claim (salon_id, claimant_id, starts_at, during, booking_id) values ($1, $2, $3, tstzrange($3, $4), $5)',
    [day.salon, day.staff, at('10:59'), at('11:30'), visit.id],
  );
  await expect(insert).rejects.toMatchObject({ code: '23P01', constraint: 'claim_no_overlap' });
});

import { openDatabase } from '@salon/db/pool';
import { OverloadedError, writeStatement } from '@salon/db/write-statement';
import { v4, v7 } from 'uuid';
import { COLOURING, createSalon } from './salon-fixture.ts';
import { book, manage, testApi, wish } from './test-api.ts';

export const CROWD = 60;
/** What is done by anybody unless the salon says who. */
export const SERVICES = {
  Färben: { phases: COLOURING },
  Haarschnitt: { phases: [['work', 30]] },
  Trockenschnitt: { phases: [['work', 30]], duringProcessing: false },
} as const;
const DAY = '2026-11-24';
/** Often enough for whatever holds somebody up, and an end to it. */
const TRIES = 20;

export type BookingAnswer = Awaited<ReturnType<typeof book>>;
export type Rush = Awaited<ReturnType<typeof openRush>>;

/**
 * A salon whose customers and owner all act in one instant: Mia and Ben colour and cut, Ida cuts. Requests fall on two
 * processes in turn, as behind a proxy. Whoever is told to come again does, with the same key.
 */
export async function openRush() {
  const api = await testApi();
  const second = await api.another();
  const db = openDatabase(api.database.apiUrl, 'owners');
  const either = (index: number) => (index % 2 === 0 ? api.app : second);
  let salon = await newSalon();

  function newSalon() {
    const { Färben, ...others } = SERVICES;
    const services = { Färben: { ...Färben, by: ['Mia', 'Ben'] }, ...others };
    return createSalon(api.prisma, { staff: ['Mia', 'Ben', 'Ida'], services });
  }

  const staffId = (name: string) => salon.staff[name] ?? '';
  const now = () => new Date(api.clock.now);

  async function asOwner(name: string, text: string, values: readonly unknown[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        await writeStatement(db, { name, text, values });
        return;
      } catch (error) {
        if (!(error instanceof OverloadedError) || tries === TRIES) throw error;
      }
    }
  }

  return {
    api,
    salon: () => salon,
    /** The next story has a salon of its own. */
    async next() {
      salon = await newSalon();
    },

    /** Asks for services, each with whom is named behind a colon ("Färben:Mia"), at a time of the day. */
    ask(index: number, time: string, ...services: readonly string[]): Promise<BookingAnswer> {
      const wanted = services.map((words) => {
        const [service = '', name] = words.split(':');
        return name === undefined ? { service } : { service, staffId: staffId(name) };
      });
      const body = wish(salon, { services: wanted, date: DAY, time });
      const key = v4();
      return patiently(() => book(either(index), body, key));
    },
    cancel: (index: number, token: string) => patiently(() => manage(either(index), token, '/cancel', {})),
    move(index: number, token: string, time: string) {
      const key = v4();
      return patiently(() => manage(either(index), token, '/reschedule', { date: DAY, time, version: 1 }, key));
    },

    /** The owner blocks somebody's time, over whatever is there; returns its id. */
    async block(name: string, from: string, to: string): Promise<string> {
      const timeOff = v7();
      const text = "select lay_time_off_v1($1, $2, $3, 'blocked', $4, $5, null, $6)";
      await asOwner('lay', text, [salon.id, timeOff, staffId(name), at(from), at(to), now()]);
      return timeOff;
    },
    unblock: (timeOff: string) => asOwner('end', 'select end_time_off_v1($1, $2, $3)', [salon.id, timeOff, now()]),

    /** All live visits as the tables have them, each like {@link told}. */
    async kept(): Promise<string[]> {
      const { rows } = await api.owner.query(
        `select string_agg(format('%s–%s %s %s', to_char(i.starts_at at time zone 'Europe/Berlin', 'HH24:MI'),
           to_char(i.ends_at at time zone 'Europe/Berlin', 'HH24:MI'), i.service_name, i.staff_name), ' + ' order by i.position) as words
         from booking b join booking_item i on i.salon_id = b.salon_id and i.booking_id = b.id
         where b.salon_id = $1 and b.status <> 'cancelled' group by b.id`,
        [salon.id],
      );
      return rows.map((row) => row.words).sort();
    },

    /** How long somebody's time is taken between two times, in minutes, by whomever. */
    async takenMinutes(name: string, from: string, to: string): Promise<number> {
      const { rows } = await api.owner.query(
        `select coalesce(sum(extract(epoch from upper(c.during * $3) - lower(c.during * $3))) / 60, 0)::int as minutes
         from claim c where c.salon_id = $1 and c.claimant_id = $2 and c.during && $3`,
        [salon.id, staffId(name), `[${at(from).toISOString()},${at(to).toISOString()})`],
      );
      return rows[0].minutes;
    },

    async close() {
      await db.pool.end();
      await api.close();
    },
  };
}

/** Sixty at once. */
export const crowd = <T>(one: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: CROWD }, (_, index) => one(index)));

const at = (time: string) => new Date(`${DAY}T${time}:00+01:00`);

async function patiently<T extends { status: number }>(send: () => Promise<T>): Promise<T> {
  let answer = await send();
  for (let tries = 1; answer.status === 503 && tries < TRIES; tries++) answer = await send();
  return answer;
}

type Item = { startsAt: string; endsAt: string; service: string; staff: string };

/** Who does what when in a booking: `10:00–11:15 Färben Mia + 10:30–11:00 Haarschnitt Ben`. */
export function told({ items }: { items: readonly Item[] }): string {
  const clock = (instant: string) => instant.slice(11, 16);
  return items
    .map(({ startsAt, endsAt, service, staff }) => `${clock(startsAt)}–${clock(endsAt)} ${service} ${staff}`)
    .join(' + ');
}

/** How many were answered with which status. */
export const statuses = (answers: readonly { status: number }[]) =>
  Object.fromEntries([...Map.groupBy(answers, ({ status }) => status)].map(([status, list]) => [status, list.length]));

/** The bookings of those who got one. */
export const bookingsOf = (answers: readonly BookingAnswer[]) =>
  answers.filter(({ status }) => status === 201).map(({ body }) => body.booking);

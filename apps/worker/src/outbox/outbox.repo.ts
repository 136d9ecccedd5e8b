import type { Database } from '@salon/db/pool';
import { isRefusal } from '@salon/db/sql-state';
import { sendOnce } from '@salon/db/write-statement';
import type pg from 'pg';
import type { LedgerLine } from '../ledger/ledger.repo.ts';
import type { EventVisit, NewMessage, OutboxEvent } from './messages-of.ts';

/** An event with what it is about; without a visit there is nobody to write to. */
export type Taken = { readonly event: OutboxEvent; readonly visit: EventVisit | undefined };

type Options = {
  /** Whether bookings are to be told of whose visitors consented to it. */
  readonly conversions?: boolean;
};

/** An event of which no messages can be made, or whose messages the database refuses, and why. */
export type Wrong = { readonly event: OutboxEvent; readonly error: Error };

/** What is made of taken events: messages to be written, and events of which none can be made. */
export type Made = { readonly messages: readonly Written[]; readonly wrong: readonly Wrong[] };

/** How events become messages. */
export type Making = {
  readonly make: (taken: readonly Taken[]) => Made;
  /** Until when what is wrong is put aside, in epoch milliseconds. */
  readonly until: (event: OutboxEvent) => number;
};

/** A message to be written, with its id and the event that asks for it. */
export type Written = NewMessage & { readonly id: string; readonly event: OutboxEvent };

type Row = Omit<OutboxEvent, 'createdAt'> & {
  createdAt: Date;
  status: EventVisit['status'] | null;
  source: EventVisit['source'];
  current: number;
  startsAt: Date;
  email: string | null;
  erased: boolean;
  timeZone: string;
  salonEmail: string | null;
  reminderMinutes: number | null;
};

/**
 * Locked, so that of several relays each event has one; what another has locked is not waited for. What the desk did is left
 * alone as long as it can be taken back. The events come first, and by themselves: a planner that knows nothing of a young
 * table would look up the visits of all that wait before it counts to the limit.
 */
const TAKE = `
  select o.salon_id as "salonId", o.id, o.kind, o.booking_id as "bookingId", o.sequence, o.request_id as "requestId",
    o.created_at as "createdAt", o.actor, o.notify, b.status, b.source, b.sequence as current, b.starts_at as "startsAt", b.email,
    c.erased_at is not null as erased, s.time_zone as "timeZone", s.email as "salonEmail",
    s.reminder_minutes as "reminderMinutes"
  from (
    select * from outbox
    where taken_at is null and coalesce(not_before <= $2, true) and kind = any ($3)
    order by created_at limit $1
    for update skip locked
  ) o
  left join booking b on b.salon_id = o.salon_id and b.id = o.booking_id
  left join customer c on c.salon_id = b.salon_id and c.id = b.customer_id
  left join salon s on s.id = o.salon_id
  order by o.created_at`;

const MARK = `
  update outbox o set taken_at = $1, visitor = null
  from unnest($2::uuid[], $3::uuid[]) as e (salon_id, id) where o.salon_id = e.salon_id and o.id = e.id`;

/** Before the visitor's name goes from the event, if anybody is to be told: with what the booking was worth as it was made. */
const CONVERT = `
  insert into conversion (salon_id, booking_id, visitor, booked_at, services, price_cents, currency, due_at)
  select o.salon_id, o.booking_id, o.visitor, b.created_at, (
      select count(*) from booking_item i where i.salon_id = b.salon_id and i.booking_id = b.id
    ), b.price_cents, b.currency, $1
  from unnest($2::uuid[], $3::uuid[]) as e (salon_id, id)
  join outbox o on o.salon_id = e.salon_id and o.id = e.id
  join booking b on b.salon_id = o.salon_id and b.id = o.booking_id
  where o.visitor is not null and o.kind = 'booking_created'
  on conflict do nothing`;

const PUT_ASIDE = `
  update outbox o set not_before = e.until
  from unnest($1::uuid[], $2::uuid[], $3::timestamptz[]) as e (salon_id, id, until)
  where o.salon_id = e.salon_id and o.id = e.id`;

/** What is due is as good as queued: handing it over follows the commit. */
const WRITE = `
  insert into message (salon_id, id, booking_id, kind, sequence, recipient, state, due_at, queued_at, visit_starts_at,
    request_id, created_at)
  select m."salonId", m.id, m."bookingId", m.kind, m.sequence, m.recipient,
    (case when m."dueAt" <= $1 then 'queued' else 'due' end)::message_state, m."dueAt",
    case when m."dueAt" <= $1 then $1 end, m."visitStartsAt", m."requestId", $1
  from jsonb_to_recordset($2) as m ("salonId" uuid, id uuid, "bookingId" uuid, kind text, sequence integer,
    recipient text, "dueAt" timestamptz, "visitStartsAt" timestamptz, "requestId" text)
  on conflict (salon_id, booking_id, kind, sequence, recipient) do nothing
  returning salon_id as "salonId", id as "messageId", kind, attempts as attempt, request_id as "requestId", state`;

/** A reminder that has not gone out follows its visit: the later event brings its own, or none. */
const FORGET = `
  update message m set state = 'dropped', drop_reason = 'moved_on'
  from unnest($1::uuid[], $2::uuid[], $3::int[]) as e (salon_id, booking_id, sequence)
  where m.salon_id = e.salon_id and m.booking_id = e.booking_id and m.kind = 'reminder' and m.sequence < e.sequence
    and m.state in ('due', 'queued')`;

export const outboxRepo = (db: Database, { conversions = false }: Options = {}) => ({
  /** When a relay first ran on this database (epoch milliseconds): now, if none ever has. */
  async firstRun(now: number): Promise<number> {
    await sendOnce(db, {
      name: 'relay_start',
      text: 'insert into relay_start (first_ran_at) values ($1) on conflict do nothing',
      values: [new Date(now)],
    });
    const [row] = await sendOnce<{ at: Date }>(db, {
      name: 'relay_started',
      text: 'select first_ran_at as at from relay_start',
      values: [],
    });
    return row?.at.getTime() ?? now;
  },

  /**
   * Takes up to `limit` events of these kinds, oldest first, and writes the messages they ask for, in one transaction; what
   * is wrong is put aside, for later. Returns how many events it looked at, the messages to be handed to the queue: those
   * that are due, and what was wrong.
   */
  async take(
    limit: number,
    now: number,
    kinds: readonly string[],
    { make, until }: Making,
  ): Promise<{ events: number; queued: LedgerLine[]; wrong: readonly Wrong[] }> {
    return inTransaction(db, async (client) => {
      const { rows } = await client.query<Row>(TAKE, [limit, new Date(now), kinds]);
      if (rows.length === 0) return { events: 0, queued: [], wrong: [] };
      const taken = rows.map(takenOf);
      const made = make(taken);
      const astray = new Set(made.wrong.map(({ event }) => event));
      const events = taken.map(({ event }) => event).filter((event) => !astray.has(event));
      const told = await eachOrAll(client, events, (some) =>
        tell(
          client,
          { now, conversions },
          some,
          made.messages.filter(({ event }) => some.includes(event)),
        ),
      );
      const wrong = [...made.wrong, ...told.wrong];
      if (wrong.length > 0) {
        await client.query(PUT_ASIDE, [
          wrong.map(({ event }) => event.salonId),
          wrong.map(({ event }) => event.id),
          wrong.map(({ event }) => new Date(until(event))),
        ]);
      }
      return { events: rows.length, queued: told.queued, wrong };
    });
  },
});

export type OutboxRepo = ReturnType<typeof outboxRepo>;

/** Marks events, and writes the messages they ask for; returns those that are due. */
async function tell(
  client: pg.PoolClient,
  { now, conversions }: { readonly now: number; readonly conversions: boolean },
  events: readonly OutboxEvent[],
  messages: readonly Written[],
): Promise<LedgerLine[]> {
  const at = new Date(now);
  const [salons, ids] = [events.map((event) => event.salonId), events.map((event) => event.id)];
  if (conversions) await client.query(CONVERT, [at, salons, ids]);
  await client.query(MARK, [at, salons, ids]);
  const later = events.filter((event) => event.kind !== 'booking_created');
  if (later.length > 0) {
    await client.query(FORGET, [
      later.map((event) => event.salonId),
      later.map((event) => event.bookingId),
      later.map((event) => event.sequence),
    ]);
  }
  if (messages.length === 0) return [];
  const written = await client.query<LedgerLine & { state: string }>(WRITE, [at, JSON.stringify(messages.map(wire))]);
  return written.rows.filter((row) => row.state === 'queued').map(({ state: _, ...line }) => line);
}

/**
 * Tells of all events at once, or, where the database refuses something of theirs, of each by itself: what one of them holds
 * must not keep the others from going out.
 */
async function eachOrAll(
  client: pg.PoolClient,
  events: readonly OutboxEvent[],
  telling: (some: readonly OutboxEvent[]) => Promise<LedgerLine[]>,
): Promise<{ queued: LedgerLine[]; wrong: Wrong[] }> {
  await client.query('savepoint told');
  try {
    return { queued: await telling(events), wrong: [] };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    await client.query('rollback to savepoint told');
    const [event] = events;
    if (event !== undefined && events.length === 1) return { queued: [], wrong: [{ event, error: error as Error }] };
  }
  const all: { queued: LedgerLine[]; wrong: Wrong[] } = { queued: [], wrong: [] };
  for (const event of events) {
    const { queued, wrong } = await eachOrAll(client, [event], telling);
    all.queued.push(...queued);
    all.wrong.push(...wrong);
  }
  return all;
}

function takenOf(row: Row): Taken {
  const { salonId, id, kind, bookingId, sequence, requestId, actor, notify } = row;
  const event = {
    salonId,
    id,
    kind,
    bookingId,
    sequence,
    requestId,
    actor,
    notify,
    createdAt: row.createdAt.getTime(),
  };
  if (row.status === null) return { event, visit: undefined };
  return {
    event,
    visit: {
      status: row.status,
      source: row.source,
      sequence: row.current,
      startsAt: row.startsAt.getTime(),
      email: row.erased ? null : row.email,
      salon: { timeZone: row.timeZone, email: row.salonEmail, reminderMinutes: row.reminderMinutes },
    },
  };
}

function wire({ event, ...message }: Written) {
  return {
    ...message,
    salonId: event.salonId,
    bookingId: event.bookingId,
    sequence: event.sequence,
    requestId: event.requestId,
    dueAt: new Date(message.dueAt),
    visitStartsAt: message.visitStartsAt === null ? null : new Date(message.visitStartsAt),
  };
}

async function inTransaction<T>(db: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

import type { Database } from '@salon/db/pool';
import type pg from 'pg';
import type { PlannedVisit } from './planned-visit.ts';

/** Visits settled in one statement, or given up in one transaction. */
const BATCH = 500;

/**
 * Says of past visits how they went. Only those nobody has touched since they were booked: a second run, or somebody
 * who works in the salon meanwhile, changes nothing twice.
 */
export async function settle(db: Database, visits: readonly PlannedVisit[]): Promise<void> {
  const done = visits.filter(({ ending }) => ending?.status === 'done');
  for (let at = 0; at < done.length; at += BATCH) await markDone(db, done.slice(at, at + BATCH));
  const given = visits.filter(({ ending }) => ending !== undefined && ending.status !== 'done');
  for (let at = 0; at < given.length; at += BATCH) await giveUp(db, given.slice(at, at + BATCH));
}

/** Every change of a booking leaves its line in the trail, a demo salon's too. */
const told = (changed: string) => `
  insert into audit_entry (salon_id, id, at, actor, action, subject_kind, subject_id, version, before, after)
  select salon_id, derived_id(id || ' 2'), updated_at, 'system', 'visit.' || status, 'visit', id, 2,
    '{"status": "confirmed"}', jsonb_strip_nulls(jsonb_build_object('status', status, 'cancelReason', cancel_reason))
  from ${changed}`;

async function markDone(db: Database, visits: readonly PlannedVisit[]): Promise<void> {
  await db.pool.query(
    `with done as (
       update booking b set status = 'done', version = 2, sequence = 1, updated_at = v.at
       from unnest($2::uuid[], $3::timestamptz[]) as v (id, at)
       where b.salon_id = $1 and b.id = v.id and b.status = 'confirmed' and b.version = 1
       returning b.salon_id, b.id, b.updated_at, b.status, b.cancel_reason
     ) ${told('done')}`,
    [visits[0]?.body.salonId, visits.map(({ id }) => id), visits.map(({ ending }) => new Date(ending?.at ?? 0))],
  );
}

async function giveUp(db: Database, visits: readonly PlannedVisit[]): Promise<void> {
  const client = await db.pool.connect();
  try {
    await client.query('begin');
    // In the order of their ids, in which everybody locks visits.
    for (const visit of visits.toSorted((a, b) => (a.id < b.id ? -1 : 1))) await freeTime(client, visit);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** As cancel_v1 does it, but without an event: nobody is to hear of a demo salon's past. */
async function freeTime(client: pg.PoolClient, { id, body, ending }: PlannedVisit): Promise<void> {
  if (ending === undefined) return;
  const { status, at } = ending;
  await client.query('select lock_visit($1, $2)', [body.salonId, id]);
  // Dead before its time passes on, so that it cannot inherit from itself.
  const { rowCount } = await client.query(
    `with given as (
     update booking set status = $3, version = 2, sequence = 1, updated_at = $4,
       cancelled_at = case when $3 = 'cancelled'::booking_status then $4::timestamptz end, cancel_reason = $5
     where salon_id = $1 and id = $2 and status = 'confirmed' and version = 1
     returning salon_id, id, updated_at, status, cancel_reason
     ) ${told('given')}`,
    [body.salonId, id, status, new Date(at), status === 'cancelled' ? (ending.reason ?? null) : null],
  );
  if (rowCount === 1) await client.query('select release_time($1, $2, null, null)', [body.salonId, id]);
}

import type { Database } from '@salon/db/pool';
import { sendOnce } from '@salon/db/write-statement';

/** How it stands with what waits, and with the database. Ages in seconds, 0 where nothing waits. */
export type StateFigures = {
  readonly eventsWaiting: number;
  readonly oldestEvent: number;
  readonly due: number;
  readonly oldestDue: number;
  readonly queued: number;
  readonly oldestQueued: number;
  readonly sending: number;
  readonly connections: number;
  readonly connectionsMost: number;
  /** When the last good backup was made, in seconds since the epoch; 0: never. */
  readonly lastBackup: number;
  /** When pruning last ran to its end, in seconds since the epoch. */
  readonly lastPrune: number;
  /** 1 where the last try to archive the database's log failed, else 0: also where none is archived. */
  readonly archiveFailing: number;
  /** How far the database's clock is ahead of `now`, in seconds: with it, what the question took on its way. */
  readonly clockOffset: number;
};

export type SalonFigures = { readonly salons: number; readonly active: number };

/**
 * Each count reads an index of just these rows; those of `pg_stat_…` are there for every role to see. What is in the
 * queue is as old as its time: it is handed over anew every two minutes, and would stay young though nobody takes it.
 */
const STATE = `
  with events as (
    select count(*)::int as number, min(created_at) as oldest
    from outbox where taken_at is null and coalesce(not_before <= $1, true)
  ), due as (
    select count(*)::int as number, min(due_at) as oldest from message where state = 'due' and due_at <= $1
  ), queued as (
    select count(*)::int as number, min(due_at) as oldest from message where state = 'queued'
  )
  select events.number as "eventsWaiting", ${age('events.oldest')} as "oldestEvent",
    due.number as due, ${age('due.oldest')} as "oldestDue",
    queued.number as queued, ${age('queued.oldest')} as "oldestQueued",
    (select count(*)::int from message where state = 'sending') as sending,
    (select sum(numbackends)::int from pg_stat_database) as connections,
    current_setting('max_connections')::int as "connectionsMost",
    coalesce((select date_part('epoch', max(finished_at)) from last_backup), 0) as "lastBackup",
    coalesce((select date_part('epoch', finished_at) from last_prune), 0) as "lastPrune",
    (select coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false)::int from pg_stat_archiver)
      as "archiveFailing",
    date_part('epoch', clock_timestamp() - $1) as "clockOffset"
  from events, due, queued`;

/** One look into the index of each salon's visits. */
const SALONS = `
  select count(*)::int as salons, count(*) filter (where exists (
    select from booking b where b.salon_id = s.id and b.starts_at between $1 and $2 and b.status <> 'cancelled'))::int as active
  from salon s`;

const WEEK = 7 * 24 * 3_600_000;

function age(since: string): string {
  return `coalesce(greatest(date_part('epoch', $1 - ${since}), 0), 0)`;
}

export const figuresRepo = (db: Database) => ({
  async state(now: number): Promise<StateFigures | undefined> {
    const [row] = await sendOnce<StateFigures>(db, { name: 'figures_state', text: STATE, values: [new Date(now)] });
    return row;
  },

  /** How many salons there are, and how many have visits a week back or ahead. */
  async salons(now: number): Promise<SalonFigures | undefined> {
    const values = [new Date(now - WEEK), new Date(now + WEEK)];
    const [row] = await sendOnce<SalonFigures>(db, { name: 'figures_salons', text: SALONS, values });
    return row;
  },

  /** How far the primary has written. */
  async written(): Promise<string | undefined> {
    const [row] = await sendOnce<{ lsn: string }>(db, {
      name: 'figures_written',
      text: 'select pg_current_wal_lsn()::text as lsn',
      values: [],
    });
    return row?.lsn;
  },
});

export type FiguresRepo = ReturnType<typeof figuresRepo>;

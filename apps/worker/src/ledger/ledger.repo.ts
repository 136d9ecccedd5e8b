import type { MailJob } from '@salon/contracts/jobs';
import type { Database } from '@salon/db/pool';
import { type Statement, sendOnce } from '@salon/db/write-statement';
import type { MailKind } from '@salon/emails/mail';
import { KNOWN_MAILS } from '../queue/urgency.ts';
import { MOVED_ON, type MovedOn } from './moved-on.ts';

/** A message as it is handed to the queue. */
export type LedgerLine = MailJob & { readonly kind: MailKind };

/** A message somebody has taken to send: hers until its lease ends. */
export type Lease = {
  readonly salonId: string;
  readonly messageId: string;
  readonly bookingId: string | null;
  readonly kind: MailKind;
  readonly sequence: number;
  readonly recipient: string;
  /** What it says, where that is not read afresh: mails about logins. */
  readonly content: unknown;
  /** This try included. */
  readonly attempts: number;
};

/** Why a message waits to be handed over: its time has come, the queue lost it, or its sender died. */
export type Waiting = 'due' | 'queued' | 'sending';

/** How much waits: events of which no mail has been made, and messages by state. */
export type LedgerFigures = {
  readonly events: number;
  readonly due: number;
  readonly queued: number;
  readonly sending: number;
};

/** Messages in the queue, more or less: what a worker sends in a minute. */
const MOST_QUEUED = 1_000;

const WAITING: Record<Waiting, string> = {
  due: 'due_at <= $1',
  queued: 'queued_at < $1',
  sending: 'lease_until < $1',
};
const SINCE: Record<Waiting, string> = { due: 'due_at', queued: 'queued_at', sending: 'lease_until' };

const HAND_OVER = (why: Waiting) => `
  update message m set state = 'queued', queued_at = $2, lease_until = null
  from (
    select salon_id, id from message where state = '${why}' and ${WAITING[why]} and kind = any ($4)
    order by ${SINCE[why]} limit $3 for update skip locked
  ) as w
  where m.salon_id = w.salon_id and m.id = w.id
  returning m.salon_id as "salonId", m.id as "messageId", m.kind, m.attempts as attempt, m.request_id as "requestId"`;

/**
 * A job that comes late finds that the message was taken before: its try has been counted. And one that a newer release
 * handed over may come to an older one, which cannot write it: it is handed over again.
 */
const TAKE = `
  update message set state = 'sending', attempts = attempts + 1, lease_until = $4
  where salon_id = $1 and id = $2 and attempts = $3 and state in ('queued', 'due') and kind = any ($5)
  returning salon_id as "salonId", id as "messageId", booking_id as "bookingId", kind, sequence, recipient, content, attempts`;

/** Whose lease ran out and was given to another has nothing to say any more. */
const MINE = "salon_id = $1 and id = $2 and attempts = $3 and state = 'sending'";

export const ledgerRepo = (db: Database) => {
  const one = async (name: string, text: string, lease: Lease, ...values: unknown[]) => {
    const statement: Statement = {
      name,
      text: `${text} where ${MINE} returning id`,
      values: [lease.salonId, lease.messageId, lease.attempts, ...values],
    };
    return (await sendOnce(db, statement)).length === 1;
  };
  return {
    /** Takes up to `limit` messages that have waited since before `before`, to be handed to the queue. */
    waiting: (why: Waiting, before: number, now: number, limit: number) =>
      sendOnce<LedgerLine>(db, {
        name: `ledger_${why}`,
        text: HAND_OVER(why),
        values: [new Date(before), new Date(now), limit, KNOWN_MAILS],
      }),

    /** How many more messages the queue is to hold: it only carries work, and a long line of it waits in the outbox. */
    async room(): Promise<number> {
      const [row] = await sendOnce<{ queued: number }>(db, {
        name: 'ledger_room',
        text: "select count(*)::int as queued from message where state = 'queued'",
        values: [],
      });
      return MOST_QUEUED - (row?.queued ?? 0);
    },

    /** Gives back what the queue did not take. */
    async handedBack(lines: readonly LedgerLine[]): Promise<void> {
      await sendOnce(db, {
        name: 'ledger_back',
        text: `update message m set state = 'due' from unnest($1::uuid[], $2::uuid[]) as l (salon_id, id)
          where m.salon_id = l.salon_id and m.id = l.id and m.state = 'queued'`,
        values: [lines.map((line) => line.salonId), lines.map((line) => line.messageId)],
      });
    },

    /** Takes the message of a job for sending; undefined when somebody has, or it is no longer to be sent. */
    async take(job: MailJob, leaseUntil: number): Promise<Lease | undefined> {
      const [lease] = await sendOnce<Lease>(db, {
        name: 'ledger_take',
        text: TAKE,
        values: [job.salonId, job.messageId, job.attempt, new Date(leaseUntil), KNOWN_MAILS],
      });
      return lease;
    },

    // What ends takes along what it said: a link that lets somebody in is not kept.
    // Each says whether the lease still held; if not, whoever has the message now decides.
    sent: (lease: Lease, now: number) =>
      one(
        'ledger_sent',
        `update message set state = 'sent', sent_at = $4, lease_until = null, last_error = null, content = null`,
        lease,
        new Date(now),
      ),
    again: (lease: Lease, dueAt: number, error: string) =>
      one(
        'ledger_again',
        `update message set state = 'due', due_at = $4, lease_until = null, last_error = $5`,
        lease,
        new Date(dueAt),
        error,
      ),
    failed: (lease: Lease, error: string) =>
      one(
        'ledger_failed',
        `update message set state = 'failed', lease_until = null, last_error = $4, content = null`,
        lease,
        error,
      ),
    /** For a visit that stands at another sequence than the message tells; undefined when the lease did not hold. */
    async movedOn(lease: Lease, now: number): Promise<MovedOn | undefined> {
      const [row] = await sendOnce<{ became: MovedOn }>(db, {
        name: 'ledger_moved_on',
        text: MOVED_ON,
        values: [lease.salonId, lease.messageId, lease.attempts, new Date(now)],
      });
      return row?.became;
    },
    dropped: (lease: Lease, reason: string) =>
      one(
        'ledger_dropped',
        `update message set state = 'dropped', lease_until = null, drop_reason = $4, content = null`,
        lease,
        reason,
      ),

    /** What is on its way. */
    async figures(now: number): Promise<LedgerFigures> {
      const [row] = await sendOnce<LedgerFigures>(db, {
        name: 'ledger_figures',
        text: `select
            (select count(*) from outbox where taken_at is null and coalesce(not_before <= $1, true))::int as events,
            (select count(*) from message where state = 'due' and due_at <= $1)::int as due,
            (select count(*) from message where state = 'queued')::int as queued,
            (select count(*) from message where state = 'sending')::int as sending`,
        values: [new Date(now)],
      });
      return row ?? { events: 0, due: 0, queued: 0, sending: 0 };
    },
  };
};

export type LedgerRepo = ReturnType<typeof ledgerRepo>;

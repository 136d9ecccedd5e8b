import type { Database } from '@salon/db/pool';
import type { Redis } from 'ioredis';

/** After how long something that waits is late, in milliseconds: by then a mail has been tried three times in vain. */
const LATE = 2 * 60_000;
/** No try lies further ahead: the longest pause between two is half an hour. */
const NEXT_TRY = 35 * 60_000;

/**
 * Late is what waits for the worker, and what it has tried three times: of at least two people, since one mailbox that
 * refuses for now says nothing of us. What is in the queue is as old as its time: it is handed over anew every two minutes.
 * Each part reads an index of just these rows, of what is due its beginning; in the queue there are about a thousand at most.
 */
const MAIL_LATE = `
  select exists (select from outbox where taken_at is null and created_at < $2 and coalesce(not_before < $2, true))
    or exists (select from message where state = 'due' and due_at < $2)
    or exists (select from message where state = 'queued' and due_at < $2)
    or (select count(distinct recipient) > 1 from (
      select recipient from message where state = 'due' and due_at < $1 and attempts >= 3 limit 50) as tried) as late`;

export const systemRepo = (db: Database, redis: Redis | undefined) => ({
  /** Whether the database answers and mails go out, and whether what carries their queue does: Redis, or the database. */
  async look(now: number): Promise<{ database: boolean; queue: boolean; mailLate: boolean | undefined }> {
    const ahead = [new Date(now + NEXT_TRY), new Date(now - LATE)];
    const [database, pong] = await Promise.all([
      inTime(db.probe.query<{ late: boolean }>(MAIL_LATE, ahead)),
      redis && inTime(redis.ping()),
    ]);
    const queue = redis === undefined ? database !== undefined : pong !== undefined;
    return { database: database !== undefined, queue, mailLate: database?.rows[0]?.late };
  },
});

/** Its answer, if that comes within two seconds. */
function inTime<T>(question: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 2_000).unref());
  return Promise.race([question.catch(() => undefined), late]);
}

export type SystemRepo = ReturnType<typeof systemRepo>;

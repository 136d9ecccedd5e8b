import type { Database } from '@salon/db/pool';
import type { Redis } from 'ioredis';

export const systemRepo = (db: Database, redis: Redis | undefined) => ({
  /** Whether the database answers, and whether what carries the queue of mails does: Redis, or the database itself. */
  async areConnected(): Promise<{ database: boolean; queue: boolean }> {
    const [database, queue] = await Promise.all([answers(db.probe.query('select 1')), redis && answers(redis.ping())]);
    return { database, queue: queue ?? database };
  },
});

/** Within two seconds. */
function answers(question: Promise<unknown>): Promise<boolean> {
  const answered = question.then(
    () => true,
    () => false,
  );
  const late = new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 2_000).unref());
  return Promise.race([answered, late]);
}

export type SystemRepo = ReturnType<typeof systemRepo>;

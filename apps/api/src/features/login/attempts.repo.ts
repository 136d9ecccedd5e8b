import { createHash } from 'node:crypto';
import type { Database } from '@salon/db/pool';
import { writeStatement } from '@salon/db/write-statement';

export type AttemptsRepo = ReturnType<typeof attemptsRepo>;

/** Something that may be tried so often in so long, and for whom it is counted. */
export type Attempt = { readonly what: string; readonly who: string; readonly seconds: number };

const keyOf = ({ what, who }: Pick<Attempt, 'what' | 'who'>) =>
  createHash('sha256').update(`${what}|${who}`).digest('base64url');

/** One statement, so that of many at once each has a number of its own. */
const COUNT = `
  insert into login_rate as r (key, count, until) values ($1, 1, $2::timestamptz + make_interval(secs => $3))
  on conflict (key) do update set
    count = case when r.until <= $2 then 1 else r.count + 1 end,
    until = case when r.until <= $2 then excluded.until else r.until end
  returning count, until`;

export function attemptsRepo(db: Database) {
  return {
    /** Counts one try: the how-manieth it is, and when counting begins anew (epoch milliseconds). */
    async count(attempt: Attempt, now: number): Promise<{ count: number; until: number }> {
      const [row] = await writeStatement<{ count: number; until: Date }>(db, {
        name: 'login_attempt',
        text: COUNT,
        values: [keyOf(attempt), new Date(now), attempt.seconds],
      });
      return { count: row?.count ?? 1, until: row?.until.getTime() ?? now };
    },

    /** Forgets the tries: one of them was right. */
    async forget(attempt: Pick<Attempt, 'what' | 'who'>): Promise<void> {
      await writeStatement(db, {
        name: 'login_attempts_over',
        text: 'delete from login_rate where key = $1',
        values: [keyOf(attempt)],
      });
    },
  };
}

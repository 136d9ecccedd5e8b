import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';
import type { TakenTime } from '@salon/domain/visit/arrangement';
import type { SalonScope } from '../../scope/salon-scope.ts';

export type ClaimRepo = ReturnType<typeof claimRepo>;

type Row = { version: number; claimant_id: string | null; from_ms: number; to_ms: number; visit: boolean };

/**
 * Reads taken time. No two claims of one claimant overlap, so what touches a window is the last
 * claim that began before it and those that begin inside: two range scans of the primary key for
 * each claimant, however much the table holds of other days and salons. (date_part, since extract
 * answers numeric: a third of the statement's time for a thousand rows.)
 */
export const TAKEN_TIME = `
  select s.config_version as version, c.claimant_id,
    date_part('epoch', c.starts_at) * 1000 as from_ms, date_part('epoch', upper(c.during)) * 1000 as to_ms,
    c.booking_id is not null as visit
  from salon s
  left join (
    unnest($2::uuid[]) as who (id)
    cross join lateral (
      (select * from claim b where b.salon_id = $1 and b.claimant_id = who.id and b.starts_at < $3
       order by b.starts_at desc limit 1)
      union all
      (select * from claim i where i.salon_id = $1 and i.claimant_id = who.id and i.starts_at >= $3 and i.starts_at < $4)
    ) c
  ) on coalesce(c.booking_id <> $5, true)
  where s.id = $1`;

export function claimRepo(db: Database) {
  return {
    /**
     * Taken time of these claimants that begins before `to` and may reach past `from`, and the
     * salon's version. `except` leaves out what one visit holds: to itself its time is free.
     */
    async taken(
      scope: SalonScope,
      claimantIds: readonly string[],
      window: { from: number; to: number; except?: string | undefined },
    ): Promise<{ version: number; taken: TakenTime[] }> {
      const rows = await readStatement<Row>(db, {
        name: 'taken_time',
        text: TAKEN_TIME,
        values: [scope.salonId, claimantIds, new Date(window.from), new Date(window.to), window.except ?? null],
      });
      const taken: TakenTime[] = [];
      for (const { claimant_id, from_ms, to_ms, visit } of rows) {
        if (claimant_id === null) continue;
        taken.push({ claimantId: claimant_id, start: Math.round(from_ms), end: Math.round(to_ms), visit });
      }
      return { version: rows[0]?.version ?? 0, taken };
    },
  };
}

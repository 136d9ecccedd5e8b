import type { Database } from '@salon/db/pool';
import { sqlState } from '@salon/db/sql-state';
import { readStatement, writeStatement } from '@salon/db/write-statement';
import type { Held } from '@salon/domain/desk/obstacles';
import type { TakenTime } from '@salon/domain/visit/arrangement';
import type { MemberScope, SalonScope } from '../../scope/salon-scope.ts';
import type { Window } from '../calendar/desk-visit.repo.ts';
import { TimeOffAsIs } from '../time-off/time-off-state.ts';
import type { TimeOffWrite } from '../time-off/time-off-write.ts';
import { VisitAsIs, type VisitState } from './visit-state.ts';
import type { VisitWrite } from './visit-write.ts';

/** What a change is bound to by its key, and by whom and for how long. */
export type ChangeHead = {
  readonly id: string;
  readonly target: string;
  readonly key: string;
  readonly hash: Buffer;
  readonly requestId: string;
  readonly undoableUntil: number;
  /** The change it takes back. */
  readonly undoes?: string;
};

export type MadeChange = {
  readonly id: string;
  readonly undoableUntil: number;
  readonly visits: readonly string[];
  readonly timeOffs: readonly string[];
};
type Refused = 'reused' | 'stale' | 'not_found' | 'version_conflict' | 'undo_expired' | 'taken';
export type ChangeOutcome =
  | { readonly outcome: 'changed' | 'replay'; readonly change: MadeChange }
  | { readonly outcome: Refused };

/** Who holds time, and since when what holds it is as it is. */
export type HeldSince = Held & { readonly since: number };

export type DeskChangeRepo = ReturnType<typeof deskChangeRepo>;

type OutcomeRow = {
  outcome: 'changed' | 'replay' | Exclude<Refused, 'taken'>;
  change_id: string;
  undoable_until: Date;
  visits: string[];
  time_offs: string[];
};

/** Some time of a person or a station, epoch milliseconds. */
export type ClaimantSpan = { readonly claimantId: string; readonly from: number; readonly to: number };

/** As TAKEN_TIME reads it: the last claim before each span and those that begin in it, by the primary key. */
export const HELD = `
  select distinct on (c.claimant_id, c.starts_at)
    c.claimant_id, date_part('epoch', c.starts_at) * 1000 as from_ms, date_part('epoch', upper(c.during)) * 1000 as to_ms,
    c.booking_id, coalesce(nullif(b.guest_name, ''), b.name) as name, c.time_off_id, t.kind, t.reason,
    date_part('epoch', coalesce(b.updated_at, t.created_at)) * 1000 as since_ms
  from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[]) as span (claimant_id, begins, ends)
  cross join lateral (
    (select * from claim l where l.salon_id = $1 and l.claimant_id = span.claimant_id and l.starts_at < span.begins
     order by l.starts_at desc limit 1)
    union all
    (select * from claim i where i.salon_id = $1 and i.claimant_id = span.claimant_id and i.starts_at >= span.begins
       and i.starts_at < span.ends)
  ) c
  left join booking b on b.salon_id = $1 and b.id = c.booking_id
  left join time_off t on t.salon_id = $1 and t.id = c.time_off_id
  where upper(c.during) > span.begins and not coalesce(c.booking_id, c.time_off_id) = any ($5::uuid[])
  order by c.claimant_id, c.starts_at`;

/** The same of one window, without names: fortnights of a large salon are tens of thousands of rows. */
export const TAKEN_BY = `
  select c.claimant_id, date_part('epoch', c.starts_at) * 1000 as from_ms, date_part('epoch', upper(c.during)) * 1000 as to_ms,
    c.booking_id, c.time_off_id
  from unnest($2::uuid[]) as who (id)
  cross join lateral (
    (select * from claim l where l.salon_id = $1 and l.claimant_id = who.id and l.starts_at < $3
     order by l.starts_at desc limit 1)
    union all
    (select * from claim i where i.salon_id = $1 and i.claimant_id = who.id and i.starts_at >= $3 and i.starts_at < $4)
  ) c
  where upper(c.during) > $3
  order by c.claimant_id, c.starts_at`;

type TakenRow = {
  claimant_id: string;
  from_ms: number;
  to_ms: number;
  booking_id: string | null;
  time_off_id: string;
};
type HeldRow = TakenRow & {
  name: string;
  kind: 'time_off' | 'blocked';
  reason: string | null;
  since_ms: number;
};

export function deskChangeRepo(db: Database) {
  return {
    /** Makes a change, all of it or nothing; see the migration of desk_change_v1. */
    async change(
      member: MemberScope,
      decided: { readonly version: number; readonly now: number },
      head: ChangeHead,
      visits: readonly VisitWrite[],
      timeOffs: readonly TimeOffWrite[],
    ): Promise<ChangeOutcome> {
      const { hash, undoableUntil, ...rest } = head;
      const change = {
        ...{ ...rest, hash: hash.toString('hex'), undoableUntil: new Date(undoableUntil) },
        ...{ loginId: member.loginId, loginName: member.loginName },
      };
      try {
        const [row] = await writeStatement<OutcomeRow>(db, {
          name: 'desk_change_v1',
          text: `select outcome, change_id, undoable_until, visits, time_offs from desk_change_v1($1, $2, $3, $4, $5, $6)`,
          values: [
            member.salonId,
            decided.version,
            new Date(decided.now),
            JSON.stringify(change),
            JSON.stringify(visits),
            JSON.stringify(timeOffs),
          ],
        });
        if (row === undefined) throw new Error('the database gave no decision');
        if (row.outcome !== 'changed' && row.outcome !== 'replay') return { outcome: row.outcome };
        return { outcome: row.outcome, change: madeOf(row) };
      } catch (error) {
        if (sqlState(error) === 'SB002') return { outcome: 'taken' };
        throw error;
      }
    },

    /** The change a key stands for, if any: `reused` where it was made by another request. */
    async findKey({ salonId }: SalonScope, target: string, key: string, hash: Buffer) {
      const [row] = await readStatement<Omit<OutcomeRow, 'outcome'> & { same: boolean }>(db, {
        name: 'desk_change_of_key',
        text: `select id as change_id, undoable_until, visits, time_offs, request_hash = $4 as same from desk_change
          where salon_id = $1 and target_id = $2 and key = $3`,
        values: [salonId, target, key, hash],
      });
      if (row === undefined) return undefined;
      return row.same ? madeOf(row) : ('reused' as const);
    },

    /** What was before a change; `earlier` is null once its people were erased. */
    async find({ salonId }: SalonScope, id: string) {
      const [row] = await readStatement<{ at: Date; login_id: string; earlier: unknown }>(db, {
        name: 'desk_change',
        text: 'select at, login_id, earlier from desk_change where salon_id = $1 and id = $2',
        values: [salonId, id],
      });
      return row && { at: row.at.getTime(), loginId: row.login_id, earlier: row.earlier };
    },

    /** Visits as they stand, in the order of the ids; what is not there is left out. */
    async states({ salonId }: SalonScope, ids: readonly string[]): Promise<VisitState[]> {
      const rows = await readStatement<{ visit: unknown }>(db, {
        name: 'visits_as_is',
        text: `select visit_as_is($1, v.id) as visit from unnest($2::uuid[]) with ordinality as v (id, n)
          where exists (select from booking b where b.salon_id = $1 and b.id = v.id) order by v.n`,
        values: [salonId, ids],
      });
      return rows.map(({ visit }) => VisitAsIs.parse(visit));
    },

    async timeOffs({ salonId }: SalonScope, ids: readonly string[]): Promise<TimeOffAsIs[]> {
      const rows = await readStatement<{ row: unknown }>(db, {
        name: 'time_offs_as_is',
        text: 'select to_jsonb(t) as row from time_off t where t.salon_id = $1 and t.id = any ($2::uuid[])',
        values: [salonId, ids],
      });
      return rows.map(({ row }) => TimeOffAsIs.parse(row));
    },

    /** Who holds some time, by claimant and start; `except` are visits and times off that count as gone. */
    async held(
      { salonId }: SalonScope,
      spans: readonly ClaimantSpan[],
      except: readonly string[],
    ): Promise<HeldSince[]> {
      const rows = await readStatement<HeldRow>(db, {
        name: 'held_by',
        text: HELD,
        values: [
          salonId,
          spans.map(({ claimantId }) => claimantId),
          spans.map(({ from }) => new Date(from)),
          spans.map(({ to }) => new Date(to)),
          except,
        ],
      });
      return rows.map((row) => ({
        claimantId: row.claimant_id,
        start: Math.round(row.from_ms),
        end: Math.round(row.to_ms),
        since: Math.round(row.since_ms),
        holder:
          row.booking_id !== null
            ? { kind: 'visit', id: row.booking_id, name: row.name }
            : { kind: row.kind, id: row.time_off_id, name: row.reason },
      }));
    },

    /** What is taken of these claimants in a window, and by what, as of one moment; by claimant and start. */
    async taken(
      { salonId }: SalonScope,
      claimantIds: readonly string[],
      window: Window,
    ): Promise<Required<TakenTime>[]> {
      const rows = await readStatement<TakenRow>(db, {
        name: 'taken_by',
        text: TAKEN_BY,
        values: [salonId, claimantIds, new Date(window.from), new Date(window.to)],
      });
      return rows.map((row) => ({
        claimantId: row.claimant_id,
        start: Math.round(row.from_ms),
        end: Math.round(row.to_ms),
        visit: row.booking_id !== null,
        holder: row.booking_id ?? row.time_off_id,
      }));
    },
  };
}

/** The same window of several claimants. */
export const spansOf = (claimantIds: readonly string[], window: Window): ClaimantSpan[] =>
  claimantIds.map((claimantId) => ({ claimantId, ...window }));

const madeOf = (row: Omit<OutcomeRow, 'outcome'>): MadeChange => ({
  id: row.change_id,
  undoableUntil: row.undoable_until.getTime(),
  visits: row.visits,
  timeOffs: row.time_offs,
});

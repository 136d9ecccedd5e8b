import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';
import type { SalonScope } from '../../scope/salon-scope.ts';

export type TrailRepo = ReturnType<typeof trailRepo>;

export type TrailRow = {
  readonly id: string;
  readonly at: Date;
  readonly actor: 'member' | 'customer' | 'system';
  readonly actor_name: string | null;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly subject_name: string | null;
  readonly before: unknown;
  readonly after: unknown;
};

/** Whose lines: of a subject, of what a member did herself, or all of the salon. */
type Whose = { readonly subjectId: string } | { readonly loginId: string } | 'all';
/** After which line to go on. */
export type Mark = { readonly at: Date; readonly id: string };

/** What a subject is called now, each looked up by its key. */
const NAME = `
  case a.subject_kind
    when 'visit' then (select coalesce(nullif(b.guest_name, ''), b.name) from booking b where b.salon_id = $1 and b.id = a.subject_id)
    when 'customer' then (select c.name from customer c where c.salon_id = $1 and c.id = a.subject_id)
    when 'staff' then (select s.name from staff s where s.salon_id = $1 and s.id = a.subject_id)
    when 'member' then (select m.name from member m where m.salon_id = $1 and m.id = a.subject_id)
    when 'service' then (select v.name from service v where v.salon_id = $1 and v.id = a.subject_id)
    when 'category' then (select g.name from service_category g where g.salon_id = $1 and g.id = a.subject_id)
    when 'station' then (select p.name from station p where p.salon_id = $1 and p.id = a.subject_id)
    when 'closure' then (select l.name from closure l where l.salon_id = $1 and l.id = a.subject_id)
    when 'time_off' then (
      select s.name from time_off t join staff s on s.salon_id = $1 and s.id = t.staff_id
      where t.salon_id = $1 and t.id = a.subject_id)
    when 'time_off_request' then (
      select s.name from time_off_request t join staff s on s.salon_id = $1 and s.id = t.staff_id
      where t.salon_id = $1 and t.id = a.subject_id)
  end as subject_name`;

/** Each way has an index that hands its lines out newest first. */
const LINES = (where: string) => `
  select a.id, a.at, a.actor, a.actor_name, a.action, a.subject_kind, a.subject_id, ${NAME}, a.before, a.after
  from audit_entry a
  where a.salon_id = $1 and (a.at, a.id) < ($2, $3) ${where} order by a.at desc, a.id desc limit $4`;
export const TRAIL = {
  salon: LINES('and $5::uuid is null'),
  subject: LINES('and a.subject_id = $5'),
  login: LINES('and a.login_id = $5'),
};

const LAST: Mark = { at: new Date('9999-12-31T00:00:00Z'), id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

export function trailRepo(db: Database) {
  return {
    /** Lines, newest first. */
    lines({ salonId }: SalonScope, whose: Whose, before: Mark | undefined, limit: number): Promise<TrailRow[]> {
      const { at, id } = before ?? LAST;
      const [name, text, value] =
        whose === 'all'
          ? ['trail_of_salon', TRAIL.salon, null]
          : 'subjectId' in whose
            ? ['trail_of_subject', TRAIL.subject, whose.subjectId]
            : ['trail_of_login', TRAIL.login, whose.loginId];
      return readStatement<TrailRow>(db, { name, text, values: [salonId, at, id, limit, value] });
    },
    /** What chairs and rooms are called now, those no longer in use too. */
    async stationNames({ salonId }: SalonScope, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
      const rows = await readStatement<{ id: string; name: string }>(db, {
        name: 'station_names',
        text: 'select id, name from station where salon_id = $1 and id = any ($2)',
        values: [salonId, ids],
      });
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
  };
}

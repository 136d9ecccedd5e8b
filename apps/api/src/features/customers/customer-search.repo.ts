import type { Database } from '@salon/db/pool';
import { readStatement, writeStatement } from '@salon/db/write-statement';
import type { MemberScope } from '../../scope/salon-scope.ts';

/** A customer as a list shows her; instants are as the database gives them. */
export type ListedCustomer = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly blocked: boolean;
  readonly allergy: boolean;
  readonly noShows: number;
  readonly lastVisit: Date | null;
  readonly nextVisit: Date | null;
};

export type Similar = { readonly id: string; readonly searchText: string; readonly sought: string };

/** Cards whose search text is made in one statement. */
const AT_ONCE = 2_000;
/** Visits before now, and ahead, among which those who are here about now are looked for. */
const VISITS_NEAR = 500;

export const SEARCH_CUSTOMERS = 'select id from search_customers_v1($1, $2, $3, $4, $5)';
export const SIMILAR_CUSTOMERS = `
  select id, search_text as "searchText", sought from similar_customers_v2($1, $2, $3, $4, $5)`;

export type CustomerSearchRepo = ReturnType<typeof customerSearchRepo>;

/** Whose customers a member may see: null, everybody's. */
export const whose = (member: MemberScope) => (member.reach === 'own' ? member.staffId : null);

export function customerSearchRepo(db: Database) {
  const ids = async (name: string, text: string, values: unknown[]) =>
    (await readStatement<{ id: string }>(db, { name, text, values })).map((row) => row.id);

  return {
    /** Makes the texts by which cards written since the last search are found. */
    async noteNew({ salonId }: MemberScope): Promise<void> {
      for (let noted = AT_ONCE; noted === AT_ONCE; ) {
        const [row] = await writeStatement<{ noted: number }>(db, {
          name: 'note_customers',
          text: 'select note_customers_v1($1, $2) as noted',
          values: [salonId, AT_ONCE],
        });
        noted = row?.noted ?? 0;
      }
    },

    /** Those all of whose typed words are met, best first. */
    search: (member: MemberScope, typed: string, most: number) =>
      ids('search_customers', SEARCH_CUSTOMERS, [member.salonId, typed, most, whose(member), member.loginId]),

    /** Those who are something like what was typed, with both as they sound: about one slip away, or (coarse) more. */
    similar: (member: MemberScope, typed: string, { coarse }: { readonly coarse: boolean }): Promise<Similar[]> =>
      readStatement(db, {
        name: 'similar_customers',
        text: SIMILAR_CUSTOMERS,
        values: [member.salonId, typed, whose(member), member.loginId, coarse],
      }),

    /** Those whose visits are nearest to now, before or ahead. */
    aroundNow: (member: MemberScope, now: number, most: number) =>
      ids(
        'customers_around_now',
        `select b.customer_id as id
         from (
           (select salon_id, id, customer_id, starts_at, status from booking
            where salon_id = $1 and starts_at <= $2 order by starts_at desc limit ${VISITS_NEAR})
           union all
           (select salon_id, id, customer_id, starts_at, status from booking
            where salon_id = $1 and starts_at > $2 order by starts_at limit ${VISITS_NEAR})
         ) b
         where b.status <> 'cancelled' and b.customer_id is not null
           and ($3::uuid is null or exists (
             select from booking_item i where i.salon_id = b.salon_id and i.booking_id = b.id and i.staff_id = $3))
         group by b.customer_id order by min(abs(extract(epoch from b.starts_at - $2))) limit $4`,
        [member.salonId, new Date(now), whose(member), most],
      ),

    /** The newest cards, whoever may have come. */
    newest: ({ salonId }: MemberScope, most: number) =>
      ids(
        'newest_customers',
        `select id from customer where salon_id = $1 and erased_at is null and merged_into is null
         order by salon_id desc, id desc limit $2`,
        [salonId, most],
      ),

    /** What a list shows of these, in their order. */
    rows: ({ salonId }: MemberScope, customers: readonly string[], now: number): Promise<ListedCustomer[]> =>
      readStatement(db, {
        name: 'customer_rows',
        text: `select c.id, c.name, c.email, c.phone, c.blocked_at is not null as blocked, c.allergies is not null as allergy,
            v."noShows", v."lastVisit", v."nextVisit"
          from unnest($2::uuid[]) with ordinality as w (id, n)
          join customer c on c.salon_id = $1 and c.id = w.id
          cross join lateral (
            select count(*) filter (where b.status = 'no_show')::int as "noShows",
              max(b.starts_at) filter (where b.starts_at <= $3 and b.status not in ('cancelled', 'no_show', 'requested')) as "lastVisit",
              min(b.starts_at) filter (where b.starts_at > $3 and b.status in ('requested', 'confirmed')) as "nextVisit"
            from booking b where b.salon_id = $1 and b.customer_id = c.id
          ) as v
          where c.erased_at is null and c.merged_into is null
          order by w.n`,
        values: [salonId, customers, new Date(now)],
      }),
  };
}

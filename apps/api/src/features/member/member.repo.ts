import type { Role } from '@salon/contracts/desk/rights';
import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';

export type MemberRepo = ReturnType<typeof memberRepo>;

export type Membership = { readonly memberId: string; readonly role: Role; readonly staffId: string | null };

export type SalonOfLogin = {
  id: string;
  slug: string;
  name: string;
  timezone: string;
  locale: string;
  currency: string;
  colour: string | null;
  role: Role;
  staffId: string | null;
};

export function memberRepo(db: Database) {
  return {
    /** What a login is in a salon; undefined: nothing. Read with every request, so that who is removed is out at once. */
    async membership(loginId: string, salonId: string): Promise<Membership | undefined> {
      const [row] = await readStatement<Membership>(db, {
        name: 'membership',
        text: `
          select m.id as "memberId", m.role, s.id as "staffId"
          from member m left join staff s on s.salon_id = m.salon_id and s.member_id = m.id
          where m.salon_id = $2 and m.login_id = $1`,
        values: [loginId, salonId],
      });
      return row;
    },

    /** The salons a login may work in. */
    salonsOf: (loginId: string) =>
      readStatement<SalonOfLogin>(db, {
        name: 'salons_of_login',
        text: `
          select o.id, o.slug, o.name, o.time_zone as timezone, o.locale, o.currency, o.colour, m.role, s.id as "staffId"
          from member m
            join salon o on o.id = m.salon_id
            left join staff s on s.salon_id = m.salon_id and s.member_id = m.id
          where m.login_id = $1
          order by o.name, o.id`,
        values: [loginId],
      }),
  };
}

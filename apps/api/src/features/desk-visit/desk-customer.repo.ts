import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';
import type { MemberScope } from '../../scope/salon-scope.ts';

export type DeskCustomerRepo = ReturnType<typeof deskCustomerRepo>;

type Card = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: string;
};
type Summary = Card & {
  readonly notes: string | null;
  readonly allergies: string | null;
  readonly blocked: boolean;
  readonly visits: number;
  readonly no_shows: number;
};

/** Nobody who was erased; who was merged into another card is that one. */
const CARD = `
  from customer asked join customer c on c.salon_id = $1 and c.id = coalesce(asked.merged_into, asked.id)
  where asked.salon_id = $1 and asked.id = $2 and c.erased_at is null
    and ($3::uuid is null or is_customer_of($1, c.id, $3, $4))`;

/** Cards as the writes of the desk need them. Who sees only her own finds those she has served or will serve, and whose card she wrote. */
export function deskCustomerRepo(db: Database) {
  const values = (member: MemberScope, id: string) => [
    member.salonId,
    id,
    member.reach === 'own' ? member.staffId : null,
    member.loginId,
  ];
  return {
    async card(member: MemberScope, id: string): Promise<Card | undefined> {
      const [row] = await readStatement<Card>(db, {
        name: 'desk_card',
        text: `select c.id, c.name, c.email, c.phone, c.locale ${CARD}`,
        values: values(member, id),
      });
      return row;
    },

    /** A card with what a glance at it tells. */
    async summary(member: MemberScope, id: string): Promise<Summary | undefined> {
      const [row] = await readStatement<Summary>(db, {
        name: 'desk_card_summary',
        text: `select c.id, c.name, c.email, c.phone, c.locale, c.notes, c.allergies, c.blocked_at is not null as blocked,
            v.visits, v.no_shows
          ${CARD.replace(
            'where asked',
            `cross join lateral (
              select count(*) filter (where is_live(o.status))::int as visits,
                count(*) filter (where o.status = 'no_show')::int as no_shows
              from booking o where o.salon_id = $1 and o.customer_id = c.id
            ) v
            where asked`,
          )}`,
        values: values(member, id),
      });
      return row;
    },
  };
}

import type { Role } from '@salon/contracts/desk/rights';
import type { Database } from '@salon/db/pool';
import { readStatement } from '@salon/db/write-statement';

export type LiveRepo = ReturnType<typeof liveRepo>;

export function liveRepo(db: Database) {
  return {
    /** The role in a salon of whoever still has this session; undefined: it has ended, or she works there no more. */
    async roleIn(salonId: string, session: { id: string; loginId: string }, now: number): Promise<Role | undefined> {
      const [row] = await readStatement<{ role: Role }>(db, {
        name: 'role_of_session',
        text: `
          select m.role from login_session s join member m on m.login_id = s.login_id
          where s.id = $1 and s.login_id = $2 and s.expires_at > $3 and m.salon_id = $4`,
        values: [session.id, session.loginId, new Date(now), salonId],
      });
      return row?.role;
    },
  };
}

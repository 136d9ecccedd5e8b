import type { Database } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { readThrough } from '@salon/db/write-statement';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { readVisitsAhead, type VisitAhead } from './visits-ahead.repo.ts';

export type OutsideRepo = ReturnType<typeof outsideRepo>;

/** Reads the visits ahead that a member may see. */
export function outsideRepo(db: Database) {
  const prisma = prismaOn(db.pool);
  return {
    visitsAhead({ salonId, ...member }: MemberScope, now: number): Promise<VisitAhead[]> {
      const own = member.reach === 'own' ? { staffId: member.staffId } : {};
      return readThrough(db, () => readVisitsAhead(prisma, salonId, now, own));
    },
  };
}

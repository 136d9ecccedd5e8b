import { changeConfiguration } from '@salon/db/config-change';
import type { Database } from '@salon/db/pool';
import { type Prisma, prismaOn } from '@salon/db/prisma';
import { writeThrough } from '@salon/db/write-statement';
import { type AuditLine, writeAuditLine } from '../audit/audit-line.repo.ts';
import type { AnnounceChange } from '../live/change-bell.ts';
import { salonFromRow, withCatalogue } from '../salon/salon.row.ts';
import { newlyAstray, visitsAffected } from './affected.ts';
import type { Doer } from './doer.ts';
import { type Concern, readVisitsAhead } from './visits-ahead.repo.ts';

export type Tx = Prisma.TransactionClient;

type Change<T> = {
  /** Which visits it can touch; absent: it touches none. */
  readonly concern?: Concern;
  /** Do it although visits are affected. */
  readonly confirm?: boolean;
  /** Makes the change; nothing to write down where nothing changed. */
  readonly make: (tx: Tx) => Promise<{ readonly line?: AuditLine; readonly result: T }>;
};

export type SetUpChange = ReturnType<typeof setUpChange>;

/**
 * Changes what a salon is set up as. The change is made with bookings kept out, then the visits ahead are looked at by the
 * rules of before and of after: are some affected that nobody confirmed, nothing is kept. So what was shown is all there
 * is, also when a booking came in at that very moment. Open calendars look again once it is done.
 */
export function setUpChange(db: Database, announceChange: AnnounceChange) {
  const prisma = prismaOn(db.pool);
  return async <T>(doer: Doer, { concern, confirm = false, make }: Change<T>): Promise<T> => {
    const done = await writeThrough(db, () =>
      changeConfiguration(prisma, doer.member.salonId, async (tx) => {
        const ask = concern !== undefined && !confirm;
        const before = ask ? await readConfig(tx, doer.member.salonId) : undefined;
        const { line, result } = await make(tx);
        if (ask && before !== undefined) {
          const after = await readConfig(tx, doer.member.salonId);
          const visits = await readVisitsAhead(tx, doer.member.salonId, doer.now, concern);
          const affected = newlyAstray(before, after, visits);
          if (affected.length > 0) throw visitsAffected(after.timeZone, affected);
        }
        if (line !== undefined) await writeAuditLine(tx, doer, line);
        return result;
      }),
    );
    announceChange(doer.member, 'all');
    return done;
  };
}

async function readConfig(tx: Tx, salonId: string) {
  return salonFromRow(await tx.salon.findUniqueOrThrow({ where: { id: salonId }, include: withCatalogue })).config;
}

import type { SettingsAnswer, SettingsChange } from '@salon/contracts/desk/settings';
import type { Database } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { readThrough } from '@salon/db/write-statement';
import type { SalonScope } from '../../scope/salon-scope.ts';
import { changedParts } from '../set-up/changed-parts.ts';
import type { Doer } from '../set-up/doer.ts';
import type { SetUpChange } from '../set-up/set-up-change.repo.ts';
import { refuseOtherVersion } from '../set-up/version-of.ts';
import { closureFromRow, columnsOf, type Settings, settingsFromRow } from './salon-settings.row.ts';

export type SalonSettingsRepo = ReturnType<typeof salonSettingsRepo>;

/** What a salon says of itself, and its rules. */
export function salonSettingsRepo(db: Database, change: SetUpChange) {
  const prisma = prismaOn(db.pool);
  return {
    /** With the closures that are not over on `today`. */
    read({ salonId }: SalonScope, today: string): Promise<SettingsAnswer> {
      return readThrough(db, async () => {
        const [row, closures] = await Promise.all([
          prisma.salon.findUniqueOrThrow({ where: { id: salonId } }),
          prisma.closure.findMany({
            where: { salonId, lastDate: { gte: new Date(today) } },
            orderBy: [{ firstDate: 'asc' }, { startMinute: 'asc' }, { id: 'asc' }],
          }),
        ]);
        return { ...settingsFromRow(row), today, closures: closures.map(closureFromRow) };
      });
    },

    change(doer: Doer, wish: SettingsChange): Promise<Settings> {
      const { salonId } = doer.member;
      return change(doer, {
        async make(tx) {
          const before = settingsFromRow(await tx.salon.findUniqueOrThrow({ where: { id: salonId } }));
          refuseOtherVersion(before.version, wish.version);
          const after = settingsFromRow(await tx.salon.update({ where: { id: salonId }, data: columnsOf(wish) }));
          const line = { action: actionOf(wish), subject: { kind: 'salon', id: salonId } };
          return { line: { ...line, ...changedParts(partsOf(before), partsOf(after)) }, result: after };
        },
      });
    },
  };
}

/** The pause is what people ask for when bookings stopped coming in: it has a name of its own. */
function actionOf({ pause, version: _, ...others }: SettingsChange): string {
  const onlyPause = pause !== undefined && Object.values(others).every((part) => part === undefined);
  if (!onlyPause) return 'salon.changed';
  return pause.paused ? 'salon.paused' : 'salon.resumed';
}

function partsOf({ details, looks, legal, policy, pause, statistics }: Settings) {
  return {
    ...{ ...details, ...looks, ...legal, ...policy, paused: pause.paused, pausedMessage: pause.message },
    visitorStatistics: statistics.visitors,
  };
}

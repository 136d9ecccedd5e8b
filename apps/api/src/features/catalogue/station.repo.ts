import type { DeskStation, NewStation, StationChange } from '@salon/contracts/desk/catalogue';
import { v7 } from 'uuid';
import { AppError } from '../../errors/app-error.ts';
import { changedParts } from '../set-up/changed-parts.ts';
import type { Doer } from '../set-up/doer.ts';
import type { SetUpChange } from '../set-up/set-up-change.repo.ts';
import { refuseOtherVersion, versionOf } from '../set-up/version-of.ts';

export type StationRepo = ReturnType<typeof stationRepo>;

/** Changes chairs and rooms. One that is no longer there is inactive: visits of the past name it. */
export function stationRepo(change: SetUpChange) {
  return {
    add(doer: Doer, wish: NewStation): Promise<DeskStation> {
      const { salonId } = doer.member;
      return change(doer, {
        async make(tx) {
          const id = v7();
          const { _max } = await tx.station.aggregate({ where: { salonId }, _max: { position: true } });
          await tx.station.create({ data: { salonId, id, position: (_max.position ?? -1) + 1, ...wish } });
          return {
            line: { action: 'station.added', subject: subjectOf(id), after: wish },
            result: stationOf(id, wish),
          };
        },
      });
    },

    change(doer: Doer, id: string, { version, confirm, ...wish }: StationChange): Promise<DeskStation> {
      const { salonId } = doer.member;
      return change(doer, {
        concern: { stationId: id },
        confirm,
        async make(tx) {
          const row = await tx.station.findUnique({ where: { salonId_id: { salonId, id } } });
          if (row === null) throw new AppError('station_not_found', 'There is no such chair or room here.');
          const { kind, name, active } = row;
          refuseOtherVersion(stationOf(id, row).version, version);
          await tx.station.update({ where: { salonId_id: { salonId, id } }, data: wish });
          const line = {
            action: 'station.changed',
            subject: subjectOf(id),
            ...changedParts({ kind, name, active }, wish),
          };
          return { line, result: stationOf(id, wish) };
        },
      });
    },

    /** Chairs and rooms are filled in this order. */
    order(doer: Doer, ids: readonly string[]): Promise<void> {
      const { salonId } = doer.member;
      return change(doer, {
        async make(tx) {
          const rows = await tx.station.findMany({
            where: { salonId },
            orderBy: { position: 'asc' },
            select: { id: true },
          });
          const before = rows.map(({ id }) => id);
          if (before.length !== ids.length || before.some((id) => !ids.includes(id))) {
            throw new AppError('version_conflict', 'Chairs and rooms are not as they were shown. Look at them again.');
          }
          for (const [position, id] of ids.entries()) {
            await tx.station.update({ where: { salonId_id: { salonId, id } }, data: { position } });
          }
          const line = { action: 'station.ordered', subject: { kind: 'salon', id: salonId }, before: { ids: before } };
          return { line: { ...line, after: { ids } }, result: undefined };
        },
      });
    },
  };
}

/** A chair or room as it is shown. */
export const stationOf = (id: string, { kind, name, active }: NewStation): DeskStation => ({
  ...{ id, version: versionOf({ kind, name, active }), kind, name, active },
});

const subjectOf = (id: string) => ({ kind: 'station', id });

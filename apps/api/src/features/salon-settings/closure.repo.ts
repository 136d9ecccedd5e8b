import type { ClosureChange, DeskClosure, NewClosure } from '@salon/contracts/desk/settings';
import { DAY } from '@salon/domain/time/interval';
import { v7 } from 'uuid';
import { AppError } from '../../errors/app-error.ts';
import { changedParts } from '../set-up/changed-parts.ts';
import type { Doer } from '../set-up/doer.ts';
import type { SetUpChange, Tx } from '../set-up/set-up-change.repo.ts';
import { refuseOtherVersion } from '../set-up/version-of.ts';
import { closureFromRow } from './salon-settings.row.ts';

export type ClosureRepo = ReturnType<typeof closureRepo>;
type Dates = Omit<NewClosure, 'confirm'>;

/** Dates on which the whole salon is closed, or a part of a day. */
export function closureRepo(change: SetUpChange) {
  return {
    add(doer: Doer, { confirm, ...wish }: NewClosure): Promise<DeskClosure> {
      return change(doer, {
        concern: concernOf(wish),
        confirm,
        async make(tx) {
          const { salonId } = doer.member;
          const closure = closureFromRow(await tx.closure.create({ data: { salonId, id: v7(), ...columnsOf(wish) } }));
          return { line: { action: 'closure.added', subject: subjectOf(closure.id), after: wish }, result: closure };
        },
      });
    },

    change(doer: Doer, id: string, { version, confirm, ...wish }: ClosureChange): Promise<DeskClosure> {
      const { salonId } = doer.member;
      return change(doer, {
        concern: concernOf(wish),
        confirm,
        async make(tx) {
          const before = await find(tx, salonId, id);
          refuseOtherVersion(before.version, version);
          const where = { salonId_id: { salonId, id } };
          const after = closureFromRow(await tx.closure.update({ where, data: columnsOf(wish) }));
          const parts = changedParts(partsOf(before), partsOf(after));
          return { line: { action: 'closure.changed', subject: subjectOf(id), ...parts }, result: after };
        },
      });
    },

    remove(doer: Doer, id: string): Promise<void> {
      const { salonId } = doer.member;
      return change(doer, {
        async make(tx) {
          const before = partsOf(await find(tx, salonId, id));
          await tx.closure.delete({ where: { salonId_id: { salonId, id } } });
          return { line: { action: 'closure.removed', subject: subjectOf(id), before }, result: undefined };
        },
      });
    },
  };
}

const subjectOf = (id: string) => ({ kind: 'closure', id });

async function find(tx: Tx, salonId: string, id: string): Promise<DeskClosure> {
  const row = await tx.closure.findUnique({ where: { salonId_id: { salonId, id } } });
  if (row === null) throw new AppError('closure_not_found', 'There is no such closure here.');
  return closureFromRow(row);
}

function partsOf({ id: _id, version: _version, ...parts }: DeskClosure) {
  return parts;
}

function columnsOf({ firstDate, lastDate, ...rest }: Dates) {
  return { ...rest, firstDate: new Date(firstDate), lastDate: new Date(lastDate) };
}

/** Visits of these dates in any zone. */
function concernOf({ firstDate, lastDate }: Dates) {
  return { from: Date.parse(firstDate) - DAY, to: Date.parse(lastDate) + 2 * DAY };
}

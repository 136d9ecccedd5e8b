import type { NewStaff, StaffChange, StaffMember, StaffProfile } from '@salon/contracts/desk/team';
import type { Database } from '@salon/db/pool';
import { prismaOn } from '@salon/db/prisma';
import { readThrough } from '@salon/db/write-statement';
import { v7 } from 'uuid';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { changedParts } from '../set-up/changed-parts.ts';
import { asDate } from '../set-up/dates.ts';
import type { Doer } from '../set-up/doer.ts';
import { writeOffers } from '../set-up/offer-rows.repo.ts';
import type { SetUpChange, Tx } from '../set-up/set-up-change.repo.ts';
import { refuseOtherVersion } from '../set-up/version-of.ts';
import { staffFromRow, withPlan } from './team.row.ts';

export type TeamRepo = ReturnType<typeof teamRepo>;

const noSuchStaff = () => new AppError('staff_not_found', 'There is no such staff member here.');

/** Staff with their hours and skills. `today` is the salon's date. */
export function teamRepo(db: Database, change: SetUpChange) {
  const prisma = prismaOn(db.pool);
  return {
    async list({ salonId }: MemberScope, today: string): Promise<StaffMember[]> {
      const rows = await readThrough(db, () =>
        prisma.staff.findMany({ where: { salonId }, orderBy: { position: 'asc' }, include: withPlan(new Date(today)) }),
      );
      return rows.map(staffFromRow);
    },

    add(doer: Doer, { allServices, ...profile }: NewStaff, today: string): Promise<StaffMember> {
      const { salonId } = doer.member;
      return change(doer, {
        async make(tx) {
          const id = v7();
          const { _max } = await tx.staff.aggregate({ where: { salonId }, _max: { position: true } });
          await tx.staff.create({
            data: { salonId, id, position: (_max.position ?? -1) + 1, ...columnsOf(profile) },
          });
          if (allServices) await offerEverything(tx, salonId, id);
          const line = { action: 'staff.added', subject: { kind: 'staff', id }, after: profile };
          return { line, result: await find(tx, salonId, id, today) };
        },
      });
    },

    change(doer: Doer, staffId: string, wish: StaffChange, today: string): Promise<StaffMember> {
      const { salonId } = doer.member;
      return change(doer, {
        concern: { staffId },
        confirm: wish.confirm,
        async make(tx) {
          const before = await find(tx, salonId, staffId, today);
          refuseOtherVersion(before.version, wish.version);
          await write(tx, { salonId, staffId }, wish, today);
          const after = await find(tx, salonId, staffId, today);
          const line = { action: 'staff.changed', subject: { kind: 'staff', id: staffId } };
          return { line: { ...line, ...changedParts(partsOf(before), partsOf(after)) }, result: after };
        },
      });
    },

    /** Puts all staff into a new order, which is also the one in which they are proposed. */
    order(doer: Doer, ids: readonly string[]): Promise<void> {
      const { salonId } = doer.member;
      return change(doer, {
        async make(tx) {
          const known = await tx.staff.findMany({
            where: { salonId },
            orderBy: { position: 'asc' },
            select: { id: true },
          });
          const before = known.map(({ id }) => id);
          if (before.length !== ids.length || before.some((id) => !ids.includes(id))) {
            throw new AppError('version_conflict', 'The team is not as it was shown. Look at it again.');
          }
          for (const [position, id] of ids.entries()) {
            await tx.staff.update({ where: { salonId_id: { salonId, id } }, data: { position } });
          }
          const line = { action: 'staff.ordered', subject: { kind: 'salon', id: salonId } };
          return { line: { ...line, before: { ids: before }, after: { ids } }, result: undefined };
        },
      });
    },
  };
}

type Key = { readonly salonId: string; readonly staffId: string };

async function find(tx: Tx, salonId: string, id: string, today: string): Promise<StaffMember> {
  const include = withPlan(new Date(today));
  const row = await tx.staff.findUnique({ where: { salonId_id: { salonId, id } }, include });
  if (row === null) throw noSuchStaff();
  return staffFromRow(row);
}

/** Replaces, as a whole, each part that is named. */
async function write(tx: Tx, key: Key, { profile, weekly, exceptions, offers }: StaffChange, today: string) {
  const { salonId, staffId } = key;
  if (profile) await tx.staff.update({ where: { salonId_id: { salonId, id: staffId } }, data: columnsOf(profile) });
  if (weekly) {
    await tx.weeklyOpening.deleteMany({ where: key });
    await tx.weeklyOpening.createMany({
      data: weekly.map(({ validFrom, validUntil, ...stretch }) => ({
        ...key,
        id: v7(),
        ...stretch,
        validFrom: asDate(validFrom),
        validUntil: asDate(validUntil),
      })),
    });
  }
  if (exceptions) {
    await tx.openingException.deleteMany({ where: { ...key, date: { gte: new Date(today) } } });
    await tx.openingException.createMany({
      data: exceptions
        .filter(({ date }) => date >= today)
        .flatMap(({ date, spans }) => (spans.length === 0 ? [{ date }] : spans.map((span) => ({ date, ...span }))))
        .map(({ date, ...span }) => ({ ...key, id: v7(), date: new Date(date), ...span })),
    });
  }
  if (offers) {
    // What she did of archived services stays, for when they come back, so it cannot be written here.
    const ids = offers.map((offer) => offer.serviceId);
    const archived = await tx.service.count({ where: { salonId, id: { in: ids }, archivedAt: { not: null } } });
    if (archived > 0) throw new AppError('service_not_found', 'This service is not on sale any more.');
    await tx.staffService.deleteMany({ where: { ...key, service: { archivedAt: null } } });
    await writeOffers(
      tx,
      salonId,
      'offers',
      offers.map((offer) => ({ staffId, ...offer })),
    );
  }
}

function columnsOf({ name, title, colour, activeFrom, activeUntil }: StaffProfile) {
  return { name, title, colour, activeFrom: asDate(activeFrom), activeUntil: asDate(activeUntil) };
}

async function offerEverything(tx: Tx, salonId: string, staffId: string) {
  const services = await tx.service.findMany({ where: { salonId, archivedAt: null }, select: { id: true } });
  await tx.staffService.createMany({ data: services.map(({ id }) => ({ salonId, staffId, serviceId: id })) });
}

const partsOf = ({ profile, weekly, exceptions, offers }: StaffMember) => ({ ...profile, weekly, exceptions, offers });

import type { DeskService, NewService, ServiceChange } from '@salon/contracts/desk/catalogue';
import { v7 } from 'uuid';
import { AppError } from '../../errors/app-error.ts';
import { changedParts } from '../set-up/changed-parts.ts';
import type { Doer } from '../set-up/doer.ts';
import { writeOffers } from '../set-up/offer-rows.repo.ts';
import type { SetUpChange, Tx } from '../set-up/set-up-change.repo.ts';
import { refuseOtherVersion } from '../set-up/version-of.ts';
import { serviceFromRow, withCourse } from './catalogue.row.ts';

export type ServiceRepo = ReturnType<typeof serviceRepo>;

type Wish = { readonly version: string; readonly confirm: boolean };

/** Changes services. A service that was ever booked is never deleted: it is archived, and can come back. */
export function serviceRepo(change: SetUpChange) {
  return {
    add(doer: Doer, wish: NewService): Promise<DeskService> {
      const { salonId } = doer.member;
      return change(doer, {
        async make(tx) {
          const id = v7();
          await refuseTakenName(tx, salonId, wish.name);
          const position = await nextPosition(tx, salonId, wish.categoryId);
          await tx.service.create({ data: { salonId, id, position, ...columnsOf(wish) } });
          await writeCourse(tx, salonId, id, wish);
          const result = await find(tx, salonId, id);
          return { line: { action: 'service.added', subject: subjectOf(id), after: partsOf(result) }, result };
        },
      });
    },

    change(doer: Doer, id: string, wish: ServiceChange): Promise<DeskService> {
      return alter(doer, id, wish, 'service.changed', async (tx, before) => {
        const { salonId } = doer.member;
        if (before.archivedAt === null) await refuseTakenName(tx, salonId, wish.name, id);
        const moved = wish.categoryId !== before.categoryId;
        const position = moved ? { position: await nextPosition(tx, salonId, wish.categoryId) } : {};
        await tx.service.update({ where: { salonId_id: { salonId, id } }, data: { ...columnsOf(wish), ...position } });
        // Own minutes hang on the phases: all of it is written anew.
        await tx.staffService.deleteMany({ where: { salonId, serviceId: id } });
        await tx.servicePhase.deleteMany({ where: { salonId, serviceId: id } });
        await writeCourse(tx, salonId, id, wish);
      });
    },

    /** Takes a service off sale; visits booked before stand. */
    archive(doer: Doer, id: string, wish: Wish): Promise<DeskService> {
      return alter(doer, id, wish, 'service.archived', async (tx, { archivedAt }) => {
        if (archivedAt !== null) return;
        const data = { archivedAt: new Date(doer.now) };
        await tx.service.update({ where: { salonId_id: { salonId: doer.member.salonId, id } }, data });
      });
    },

    restore(doer: Doer, id: string, wish: Wish): Promise<DeskService> {
      return alter(doer, id, wish, 'service.restored', async (tx, { name }) => {
        const { salonId } = doer.member;
        await refuseTakenName(tx, salonId, name, id);
        await tx.service.update({ where: { salonId_id: { salonId, id } }, data: { archivedAt: null } });
      });
    },
  };

  function alter(
    doer: Doer,
    id: string,
    { version, confirm }: Wish,
    action: string,
    write: (tx: Tx, before: DeskService) => Promise<void>,
  ): Promise<DeskService> {
    const { salonId } = doer.member;
    return change(doer, {
      concern: { serviceId: id },
      confirm,
      async make(tx) {
        const before = await find(tx, salonId, id);
        refuseOtherVersion(before.version, version);
        await write(tx, before);
        const after = await find(tx, salonId, id);
        const line = { action, subject: subjectOf(id), ...changedParts(partsOf(before), partsOf(after)) };
        return { line, result: after };
      },
    });
  }
}

const subjectOf = (id: string) => ({ kind: 'service', id });

function partsOf({ id: _id, version: _version, ...parts }: DeskService) {
  return parts;
}

async function find(tx: Tx, salonId: string, id: string): Promise<DeskService> {
  const { timeZone } = await tx.salon.findUniqueOrThrow({ where: { id: salonId }, select: { timeZone: true } });
  const row = await tx.service.findUnique({ where: { salonId_id: { salonId, id } }, include: withCourse });
  if (row === null) throw new AppError('service_not_found', 'There is no such service here.');
  return serviceFromRow(row, timeZone);
}

/** Customers may book a service by its name, so what is on sale has a name of its own. */
async function refuseTakenName(tx: Tx, salonId: string, name: string, except?: string) {
  const other = await tx.service.findFirst({ where: { salonId, name, archivedAt: null }, select: { id: true } });
  if (other !== null && other.id !== except) {
    const message = 'Another service has this name';
    throw new AppError('name_taken', `${message}.`, { errors: [{ path: 'name', message }] });
  }
}

async function nextPosition(tx: Tx, salonId: string, categoryId: string): Promise<number> {
  const category = await tx.serviceCategory.findUnique({ where: { salonId_id: { salonId, id: categoryId } } });
  if (category === null) throw new AppError('category_not_found', 'There is no such category here.');
  const { _max } = await tx.service.aggregate({ where: { salonId, categoryId }, _max: { position: true } });
  return (_max.position ?? -1) + 1;
}

/** How a service runs, and who does it. */
async function writeCourse(tx: Tx, salonId: string, serviceId: string, { phases, staff }: NewService) {
  const known = await tx.staff.count({ where: { salonId, id: { in: staff.map((one) => one.staffId) } } });
  if (known < staff.length) throw new AppError('staff_not_found', 'There is no such staff member here.');
  await tx.servicePhase.createMany({
    data: phases.map(({ kind, minutes }, position) => ({ salonId, serviceId, position, kind, minutes })),
  });
  await writeOffers(
    tx,
    salonId,
    'staff',
    staff.map((offer) => ({ serviceId, ...offer })),
  );
}

function columnsOf(wish: NewService) {
  const { categoryId, name, description, bufferMinutes, stationKind, duringProcessing, priceCents, priceFrom, online } =
    wish;
  return {
    categoryId,
    name,
    description: description === '' ? null : description,
    bufferMinutes,
    stationKind,
    duringProcessing,
    priceCents,
    priceFrom,
    online,
  };
}

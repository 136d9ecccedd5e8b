import type { CatalogueOrder } from '@salon/contracts/desk/catalogue';
import { v7 } from 'uuid';
import { AppError } from '../../errors/app-error.ts';
import type { Doer } from '../set-up/doer.ts';
import type { SetUpChange, Tx } from '../set-up/set-up-change.repo.ts';

export type CategoryRepo = ReturnType<typeof categoryRepo>;
type Category = { readonly id: string; readonly name: string };

/** Changes the categories of a catalogue, and the order of everything in it. */
export function categoryRepo(change: SetUpChange) {
  return {
    add(doer: Doer, name: string): Promise<Category> {
      const { salonId } = doer.member;
      return change(doer, {
        async make(tx) {
          const id = v7();
          const { _max } = await tx.serviceCategory.aggregate({ where: { salonId }, _max: { position: true } });
          await tx.serviceCategory.create({ data: { salonId, id, name, position: (_max.position ?? -1) + 1 } });
          return { line: { action: 'category.added', subject: subjectOf(id), after: { name } }, result: { id, name } };
        },
      });
    },

    rename(doer: Doer, id: string, name: string): Promise<Category> {
      const { salonId } = doer.member;
      return change(doer, {
        async make(tx) {
          const before = await find(tx, salonId, id);
          await tx.serviceCategory.update({ where: { salonId_id: { salonId, id } }, data: { name } });
          const line = {
            action: 'category.changed',
            subject: subjectOf(id),
            before: { name: before.name },
            after: { name },
          };
          return { line, result: { id, name } };
        },
      });
    },

    /** Only an empty one can go; archived services keep theirs. */
    remove(doer: Doer, id: string): Promise<void> {
      const { salonId } = doer.member;
      return change(doer, {
        async make(tx) {
          const { name } = await find(tx, salonId, id);
          const services = await tx.service.count({ where: { salonId, categoryId: id } });
          if (services > 0) throw new AppError('in_use', 'There are services in it, perhaps archived ones.');
          await tx.serviceCategory.delete({ where: { salonId_id: { salonId, id } } });
          return { line: { action: 'category.removed', subject: subjectOf(id), before: { name } }, result: undefined };
        },
      });
    },

    /** Puts categories, and the services on sale in each, into a new order; a service may change its category. */
    order(doer: Doer, { categories }: CatalogueOrder): Promise<void> {
      const { salonId } = doer.member;
      return change(doer, {
        async make(tx) {
          const before = await readOrder(tx, salonId);
          refuseOthers(before, categories);
          for (const [position, { id, serviceIds }] of categories.entries()) {
            await tx.serviceCategory.update({ where: { salonId_id: { salonId, id } }, data: { position } });
            for (const [place, serviceId] of serviceIds.entries()) {
              const data = { categoryId: id, position: place };
              await tx.service.update({ where: { salonId_id: { salonId, id: serviceId } }, data });
            }
          }
          const line = { action: 'catalogue.ordered', subject: { kind: 'salon', id: salonId } };
          return { line: { ...line, before: { categories: before }, after: { categories } }, result: undefined };
        },
      });
    },
  };
}

const subjectOf = (id: string) => ({ kind: 'category', id });

async function find(tx: Tx, salonId: string, id: string): Promise<Category> {
  const row = await tx.serviceCategory.findUnique({ where: { salonId_id: { salonId, id } } });
  if (row === null) throw new AppError('category_not_found', 'There is no such category here.');
  return row;
}

async function readOrder(tx: Tx, salonId: string): Promise<CatalogueOrder['categories']> {
  const rows = await tx.serviceCategory.findMany({
    where: { salonId },
    orderBy: { position: 'asc' },
    include: { services: { where: { archivedAt: null }, orderBy: { position: 'asc' }, select: { id: true } } },
  });
  return rows.map(({ id, services }) => ({ id, serviceIds: services.map((service) => service.id) }));
}

/** An order of other things than there are was made from something old. */
function refuseOthers(known: CatalogueOrder['categories'], wished: CatalogueOrder['categories']) {
  const ids = (list: CatalogueOrder['categories']) =>
    JSON.stringify([list.map(({ id }) => id).sort(), list.flatMap(({ serviceIds }) => serviceIds).sort()]);
  if (ids(known) !== ids(wished)) {
    throw new AppError('version_conflict', 'The catalogue is not as it was shown. Look at it again.');
  }
}

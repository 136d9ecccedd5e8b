import type { CatalogueAnswer, CatalogueOrder } from '@salon/contracts/desk/catalogue';

type Order = CatalogueOrder['categories'];

/** Categories and what is on sale in each, in the order they are in. */
export function orderOf({ categories, services }: CatalogueAnswer): Order {
  return categories.map(({ id }) => ({
    id,
    serviceIds: services.filter((one) => one.archivedAt === null && one.categoryId === id).map((one) => one.id),
  }));
}

/** With the services of one category in another order. */
export const withServices = (order: Order, id: string, serviceIds: string[]): Order =>
  order.map((category) => (category.id === id ? { id, serviceIds } : category));

/** With one category a place further up (-1) or down (1). */
export function withCategoryMoved(order: Order, place: number, by: -1 | 1): Order {
  const [one, other] = [order[place], order[place + by]];
  if (one === undefined || other === undefined) return order;
  return order.with(place, other).with(place + by, one);
}

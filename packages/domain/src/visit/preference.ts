import type { Shape } from './shape.ts';

/** Time of visits (milliseconds) a staff member has on the day in question. */
export type Load = (staffId: string) => number;

/** What the customer notices: lowest price, earliest end, fewest changes of staff, least waiting. Equal is one class. */
export function compareClass(a: Shape, b: Shape): number {
  return a.priceCents - b.priceCents || a.end - b.end || a.changes - b.changes || a.waited - b.waited;
}

/** The whole order but for the day's load: class, then the salon's order of staff, then whose items start earlier. */
export function compareShapes(a: Shape, b: Shape): number {
  return compareClass(a, b) || compareItems(a, b, staffOrder) || compareItems(a, b, itemStart);
}

/** How busy those are on that day whom this shape would add to. */
export function loadOf(shape: Shape, load: Load): number {
  return shape.items.reduce((sum, item) => sum + load(item.variant.staffId), 0);
}

type Item = Shape['items'][number];
const staffOrder = (item: Item) => item.variant.staffOrder;
const itemStart = (item: Item) => item.start;

function compareItems(a: Shape, b: Shape, key: (item: Item) => number): number {
  for (const [index, item] of a.items.entries()) {
    const other = b.items[index];
    const difference = other === undefined ? 0 : key(item) - key(other);
    if (difference !== 0) return difference;
  }
  return 0;
}

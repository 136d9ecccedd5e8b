import type { StaffClaim } from './arrangement.ts';
import { claimsOf, type KindNeed, type Work } from './claims.ts';
import type { Course } from './course.ts';
import type { Effort } from './effort.ts';
import type { Variant } from './variant.ts';

/** One way of serving a request, whenever it starts; all times are milliseconds after the start. */
export type Shape = {
  readonly items: readonly Work[];
  /** Staff time with buffers, ascending. */
  readonly staffClaims: readonly StaffClaim[];
  readonly stationNeeds: readonly KindNeed[];
  readonly priceCents: number;
  /** End of the last phase. */
  readonly end: number;
  /** End of the last claim: the visit with its buffers. */
  readonly busyUntil: number;
  /** How often the customer is handed on from one staff member to another. */
  readonly changes: number;
  readonly waited: number;
};

/** Gives the shapes of courses, the same object for the same: many starts have the same best one. */
export type Shaper = (course: Course, who: readonly Variant[]) => Shape;

/** What making a shape costs, measured in choices looked at. */
const EFFORT = 30;

export function shaper(effort: Effort): Shaper {
  const known = new Map<string, Shape>();
  return (course, who) => {
    let key = String(course.order);
    for (const { staffOrder } of who) key += ` ${staffOrder}`;
    let shape = known.get(key);
    if (shape === undefined) {
      effort.left -= EFFORT;
      shape = shapeOf(course, who);
      known.set(key, shape);
    }
    return shape;
  };
}

/** A course with who does its items, in their order. */
export function shapeOf(course: Course, who: readonly Variant[]): Shape {
  const items = course.spots.flatMap(({ start, end }, itemIndex) => {
    const variant = who[itemIndex];
    return variant === undefined ? [] : { itemIndex, variant, start, end };
  });
  const { staffClaims, busyUntil } = claimsOf(items);
  return {
    items,
    staffClaims,
    stationNeeds: course.stationNeeds.map((need) => (need.end === busyUntil ? need : { ...need, end: busyUntil })),
    priceCents: who.reduce((sum, variant) => sum + variant.priceCents, 0),
    end: course.end,
    busyUntil,
    changes: who.filter((variant, index) => index > 0 && who[index - 1]?.staffId !== variant.staffId).length,
    waited: course.waited,
  };
}

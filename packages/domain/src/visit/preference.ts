import type { Course } from './course.ts';
import type { Shape } from './shape.ts';
import type { Variant } from './variant.ts';

/** Time of visits (milliseconds) a staff member has on the day in question. */
export type Load = (staffId: string) => number;

/** A course with who does its first items; complete when everybody is named. */
export type Choice = {
  readonly course: Course;
  readonly who: readonly Variant[];
  /** Of the whole visit; while it is not complete, the least that can become of it. */
  readonly least: Cost;
};

/** What tells choices of one course apart, but for the salon's order of staff. */
export type Cost = {
  readonly priceCents: number;
  /** How often the customer is handed on. */
  readonly changes: number;
  /** How busy those are on that day whom the visit would add to. */
  readonly load: number;
};

/**
 * The one order of preference: lowest price, earliest end, fewest changes of staff, least waiting, fairest load of the day,
 * the salon's order of staff, whose items start earlier. An incomplete choice comes before whatever it may become.
 */
export function compareChoices(a: Choice, b: Choice): number {
  return (
    a.least.priceCents - b.least.priceCents ||
    a.course.end - b.course.end ||
    a.least.changes - b.least.changes ||
    a.course.waited - b.course.waited ||
    a.least.load - b.least.load ||
    compareStaff(a.who, b.who) ||
    a.course.order - b.course.order
  );
}

/** Whether all of a course comes behind a choice (above 0), whatever the day's load. */
export function compareToFloor({ floor, end, waited }: Course, { least, course }: Choice): number {
  return (
    floor.priceCents - least.priceCents || end - course.end || floor.changes - least.changes || waited - course.waited
  );
}

/** What the customer notices, apart from who it is: shapes equal in this are one class. */
export function compareClass(a: Shape, b: Shape): number {
  return a.priceCents - b.priceCents || a.end - b.end || a.changes - b.changes || a.waited - b.waited;
}

function compareStaff(a: readonly Variant[], b: readonly Variant[]): number {
  const both = Math.min(a.length, b.length);
  for (let index = 0; index < both; index++) {
    const difference = (a[index]?.staffOrder ?? 0) - (b[index]?.staffOrder ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

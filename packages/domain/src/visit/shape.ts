import type { SalonConfig } from '../salon/salon-config.ts';
import { MINUTE } from '../time/interval.ts';
import type { StaffClaim, VisitRequest } from './arrangement.ts';
import { type ClaimPool, claimsOf, type KindNeed, needsOf } from './claims.ts';
import { firstPlace, type Pace, type Placement, placesAfter } from './placement.ts';
import { type Variant, variantsOf } from './variant.ts';

/** One way of serving a request, whenever it starts; all times are milliseconds after the start. */
export type Shape = {
  readonly items: readonly Placement[];
  /** Staff time with buffers, ascending; one object per distinct claim of a request, however many shapes make it. */
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

/** Beyond this many ways a basket is refused rather than guessed at; three services by twenty staff each are 8,000. */
export const MAX_SHAPES = 20_000;

/**
 * Every way of serving the request, in no order. Empty: something is not sold, not offered by whom it is asked of, or needs a chair the salon has not got.
 */
export function shapesOf(config: SalonConfig, request: VisitRequest): readonly Shape[] | 'basket_too_complex' {
  const [first, ...others] = variantsOf(config, request);
  if (first === undefined) return [];
  const pace: Pace = { step: config.policy.stepMinutes * MINUTE, maxWait: config.policy.maxWaitMinutes * MINUTE };
  const pool: ClaimPool = new Map();
  const shapes: Shape[] = [];
  for (const variant of first) {
    if (!extend([firstPlace(variant)], others, pace, pool, shapes)) return 'basket_too_complex';
  }
  return shapes;
}

/** Adds every way of going on from `placed`; false once there are too many. */
function extend(
  placed: readonly Placement[],
  others: readonly (readonly Variant[])[],
  pace: Pace,
  pool: ClaimPool,
  shapes: Shape[],
): boolean {
  const [next, ...later] = others;
  const previous = placed.at(-1);
  if (next === undefined || previous === undefined) return shapes.push(shapeOf(placed, pool)) <= MAX_SHAPES;
  return next.every((variant) =>
    placesAfter(previous, variant, pace).every((place) => extend([...placed, place], later, pace, pool, shapes)),
  );
}

function shapeOf(items: readonly Placement[], pool: ClaimPool): Shape {
  const { staffClaims, busyUntil } = claimsOf(items, pool);
  return {
    items,
    staffClaims,
    stationNeeds: needsOf(items, busyUntil, pool),
    priceCents: items.reduce((sum, { variant }) => sum + variant.priceCents, 0),
    end: Math.max(...items.map((item) => item.end)),
    busyUntil,
    changes: items.filter((item, index) => index > 0 && items[index - 1]?.variant.staffId !== item.variant.staffId)
      .length,
    waited: items.reduce((sum, item) => sum + item.waited, 0),
  };
}

import type { SalonAnswer } from '@salon/contracts/salon';

/** One service of a visit, as it is offered or booked; instants as the API writes them. */
export type VisitItem = {
  readonly serviceId: string;
  readonly service: string;
  readonly staffId: string | null;
  /** Null: whoever it will be. */
  readonly staff: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
};

/** What the catalogue says of how a service goes. */
export type ServicePhases = Pick<SalonAnswer['services'][number], 'id' | 'phases' | 'variants'>;

/** A stretch of one service, epoch milliseconds: somebody works, or the colour develops. */
type Stretch = { readonly kind: 'work' | 'processing'; readonly from: number; readonly to: number };

/** One service of a visit, epoch milliseconds. */
export type PlannedItem = Pick<VisitItem, 'service' | 'staff'> & {
  readonly from: number;
  readonly to: number;
  /** Without a gap, in order. */
  readonly stretches: readonly Stretch[];
  /** What is done while the colour of this one develops, in order. */
  readonly inside: readonly PlannedItem[];
};

const MINUTE_MS = 60_000;

/**
 * How a visit goes: each service with its stretches, in the minutes of whoever does it; what is done while the colour of
 * another develops lies inside that one.
 */
export function visitPlan(items: readonly VisitItem[], catalogue: readonly ServicePhases[]): readonly PlannedItem[] {
  const plans = items.map((item) => ({
    service: item.service,
    staff: item.staff,
    from: Date.parse(item.startsAt),
    to: Date.parse(item.endsAt),
    stretches: stretchesOf(
      item,
      catalogue.find(({ id }) => id === item.serviceId),
    ),
    inside: [] as PlannedItem[],
  }));
  return plans.filter((plan, index) => {
    const host = plans.slice(0, index).findLast((earlier) => developsDuring(earlier, plan));
    host?.inside.push(plan);
    return host === undefined;
  });
}

/** Every service of a plan, what is done inside another right after that one. */
export function withAllInside(plan: readonly PlannedItem[]): PlannedItem[] {
  return plan.flatMap((item) => [item, ...withAllInside(item.inside)]);
}

/** From the first start to the last end. */
export function spanOf(plan: readonly PlannedItem[]): { readonly from: number; readonly to: number } {
  return { from: Math.min(...plan.map(({ from }) => from)), to: Math.max(...plan.map(({ to }) => to)) };
}

/** Minutes in which the colour of a service develops. */
export function developsFor({ stretches }: Pick<PlannedItem, 'stretches'>): number {
  const developing = stretches.filter(({ kind }) => kind === 'processing');
  return developing.reduce((sum, { from, to }) => sum + (to - from), 0) / MINUTE_MS;
}

/** Whether there is more to it than one person at work from start to end. */
export function isWorthDrawing(plan: readonly PlannedItem[]): boolean {
  return plan.length > 1 || plan.some(({ stretches }) => stretches.length > 1);
}

/** One stretch of work where the catalogue says other times: it has changed since the visit was booked. */
function stretchesOf(item: VisitItem, service: ServicePhases | undefined): readonly Stretch[] {
  const [start, end] = [Date.parse(item.startsAt), Date.parse(item.endsAt)];
  const variant = service?.variants.find(({ staffId }) => staffId === item.staffId);
  const stretches: Stretch[] = [];
  let from = start;
  for (const { kind: phase, minutes } of (variant ?? service)?.phases ?? []) {
    const to = from + minutes * MINUTE_MS;
    const kind = phase === 'processing' ? 'processing' : 'work';
    const last = stretches.at(-1);
    if (last?.kind === kind) stretches[stretches.length - 1] = { ...last, to };
    else if (to > from) stretches.push({ kind, from, to });
    from = to;
  }
  return from === end && stretches.length > 0 ? stretches : [{ kind: 'work', from: start, to: end }];
}

function developsDuring({ stretches }: Pick<PlannedItem, 'stretches'>, { from, to }: Pick<PlannedItem, 'from' | 'to'>) {
  return stretches.some((stretch) => stretch.kind === 'processing' && stretch.from <= from && to <= stretch.to);
}

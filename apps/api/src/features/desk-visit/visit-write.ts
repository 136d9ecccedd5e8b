import { type ItemState, meets, stationsOf, type VisitFields, type VisitState, type WantState } from './visit-state.ts';

/** A card to be found by its address or written. */
export type NewCard = {
  readonly id: string;
  readonly emailKey: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: string;
};

export type EventKind = 'booking_created' | 'booking_moved' | 'booking_cancelled' | 'booking_confirmed';

/** One visit of a change, as it shall be. */
export type VisitPlan = {
  readonly fields: VisitFields;
  readonly customer?: NewCard | undefined;
  /** Keep what it holds, leave it, or take these items and wants. */
  readonly time: 'keep' | 'leave' | Held;
  /** What has to be acted on; undefined: nothing that anybody planned changes. */
  readonly event?: { readonly kind: EventKind; readonly notify: boolean } | undefined;
  /** As `visit.moved`. */
  readonly action: string;
};

/** A visit as desk_change_v1 takes it. */
export type VisitWrite = ReturnType<typeof changedVisit> | ReturnType<typeof madeVisit>;

type Made = { readonly reference: string; readonly currency: string; readonly locale: string };

/** A visit that is there, changed. */
export function changedVisit(newId: () => string, before: VisitState, plan: VisitPlan) {
  const after = factsOf(plan.fields, typeof plan.time === 'string' ? before : plan.time);
  const was = factsOf(before.fields, before);
  const keys = Object.keys(after).filter((key) => JSON.stringify(after[key]) !== JSON.stringify(was[key]));
  const only = (facts: Facts) => Object.fromEntries(keys.map((key) => [key, facts[key]]));
  return {
    ...{ id: before.id, expected: before.version, made: null },
    ...common(newId, plan),
    audit: { id: newId(), action: plan.action, before: only(was), after: only(after) },
  };
}

/** A visit that is not there yet. */
export function madeVisit(newId: () => string, id: string, made: Made, plan: VisitPlan) {
  const after = factsOf(plan.fields, typeof plan.time === 'string' ? { items: [], wants: [] } : plan.time);
  return {
    ...{ id, expected: null, made: { ...made, source: 'salon' } },
    ...common(newId, plan),
    audit: { id: newId(), action: plan.action, before: null, after },
  };
}

function common(newId: () => string, { fields, customer, time, event }: VisitPlan) {
  const { startsAt, endsAt, cancelledAt } = fields;
  return {
    state: { ...fields, startsAt: utc(startsAt), endsAt: utc(endsAt), cancelledAt: cancelledAt && utc(cancelledAt) },
    customer: customer ?? null,
    event: event === undefined ? null : { id: newId(), ...event },
    ...(typeof time === 'string'
      ? { time, items: null, wants: null }
      : {
          time: 'take',
          items: time.items.map((item) => ({ ...item, startsAt: utc(item.startsAt), endsAt: utc(item.endsAt) })),
          wants: overItself(time.wants).map((want) => ({ ...want, from: utc(want.from), to: utc(want.to) })),
        }),
  };
}

/** A visit that asks twice for the same time of somebody holds it once, and lies over itself. */
const overItself = (wants: readonly WantState[]) =>
  wants.map((want) => ({
    ...want,
    mayOverlap: want.mayOverlap || wants.some((other) => other !== want && meets(other, want)),
  }));

type Facts = Record<string, unknown>;
type Held = { readonly items: readonly ItemState[]; readonly wants: readonly WantState[] };

/** What the trail tells of a visit. Who she is, it tells by her card: names are not spread over the years. */
function factsOf(fields: VisitFields, { items, wants }: Held): Facts {
  const { status, startsAt, endsAt, priceCents, customerId, guestName, note, cancelReason } = fields;
  return {
    ...{ status, startsAt: utc(startsAt), endsAt: utc(endsAt), priceCents, customerId, guestName, note, cancelReason },
    items: items.map(({ service, staff, staffId, ...item }) => ({
      ...{
        service,
        staff,
        staffId,
        startsAt: utc(item.startsAt),
        endsAt: utc(item.endsAt),
        priceCents: item.priceCents,
      },
    })),
    stations: stationsOf({ wants }),
  };
}

const utc = (instant: number) => new Date(instant).toISOString();

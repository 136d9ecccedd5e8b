import type { VisitSplit } from '@salon/contracts/desk/visit';
import { isLive } from '@salon/domain/booking/status';
import { chooseStations } from '@salon/domain/desk/obstacles';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { Salon } from '../salon/salon.ts';
import { type HeldSince, spansOf } from './desk-change.repo.ts';
import { type ChangeRequest, type Decided, type Done, makeChange } from './desk-change.service.ts';
import { type DeskVisitDeps, visitAt } from './desk-visit.service.ts';
import { keptItems, meets, stationsOf, type VisitState, type WantState } from './visit-state.ts';
import { changedVisit, madeVisit } from './visit-write.ts';

/**
 * Splits services off into a visit of their own: nobody's time changes, only what belongs together. Both may need a chair
 * now; where there is no second one they share it. Throws `booking_not_found`, `version_conflict`, `status_conflict`.
 */
export function splitVisit(
  deps: DeskVisitDeps,
  request: ChangeRequest,
  visitId: string,
  { version, positions }: VisitSplit,
): Promise<Done> {
  const { member } = request;
  return makeChange(deps, request, async (salon): Promise<Decided> => {
    const before = await visitAt(deps, member, visitId, version);
    if (!isLive(before.fields.status)) throw new AppError('status_conflict', 'What is over is not split any more.');
    const off = new Set(positions);
    if (positions.some((one) => before.items[one] === undefined) || off.size === before.items.length) {
      throw new AppError('invalid_request', 'positions names some of the services of the visit, and not all of them.');
    }
    const [rest, part] = [partOf(before, (at) => !off.has(at)), partOf(before, (at) => off.has(at))];
    const held = await heldNow(deps, salon, member, before);
    const chairs = stationWants(salon, rest, held, before);
    const others = chairs.map((want): HeldSince => asHeld(want, before.id));
    const theirs = stationWants(salon, part, [...held, ...others], before);
    // What lay over its own visit lies over another one's now.
    const wants = part.wants.map((want) => ({
      ...want,
      mayOverlap: want.mayOverlap || rest.wants.some((one) => meets(one, want)),
    }));
    const common = { ...before.fields, sequence: before.fields.sequence + 1 };
    const event = (kind: 'booking_moved' | 'booking_created') => ({ kind, notify: false });
    const made = { reference: deps.newReference(), currency: before.currency, locale: before.fields.locale };
    return {
      visits: [
        changedVisit(deps.newId, before, {
          fields: { ...common, ...rest.times },
          time: { items: rest.items, wants: [...rest.wants, ...chairs] },
          ...{ event: event('booking_moved'), action: 'visit.split' },
        }),
        madeVisit(deps.newId, deps.newId(), made, {
          fields: { ...common, ...part.times, sequence: 0, tokenVersion: 1 },
          time: { items: part.items, wants: [...wants, ...theirs] },
          ...{ event: event('booking_created'), action: 'visit.split_off' },
        }),
      ],
    };
  });
}

type Part = ReturnType<typeof partOf>;

/** Some items of a visit with what they want of people, which stays as it is, buffers included. */
function partOf({ items, wants }: VisitState, belongs: (position: number) => boolean) {
  const positions = items.map((_, position) => position).filter(belongs);
  const own = items.filter((_, position) => belongs(position));
  return {
    items: own,
    wants: wants.flatMap((want) => {
      const item = want.item === null ? -1 : positions.indexOf(want.item);
      return item < 0 ? [] : [{ ...want, item }];
    }),
    times: {
      startsAt: Math.min(...own.map((item) => item.startsAt)),
      endsAt: Math.max(...own.map((item) => item.endsAt)),
      priceCents: own.reduce((sum, item) => sum + item.priceCents, 0),
    },
  };
}

/** What is sold no more needs what it has. */
function stationWants(salon: Salon, part: Part, held: readonly HeldSince[], before: VisitState): WantState[] {
  const has = stationsOf(before);
  const kept = keptItems(salon, before);
  const firstNeed = new Map<string, number>();
  for (const item of part.items) {
    const { serviceId, startsAt } = item;
    const sold = salon.config.services.find((service) => service.id === serviceId);
    const kind = (sold ?? kept[before.items.indexOf(item)])?.stationKind ?? null;
    if (kind !== null) firstNeed.set(kind, Math.min(startsAt, firstNeed.get(kind) ?? startsAt));
  }
  const end = Math.max(...part.wants.map((want) => want.to));
  const needs = [...firstNeed].map(([kind, start]) => ({ kind, start, end }));
  return chooseStations(salon.config, needs, held, { has }).map((one) => ({
    ...{ claimantId: one.stationId, from: one.start, to: one.end, item: null, mayOverlap: !one.free },
  }));
}

function heldNow({ changes }: DeskVisitDeps, salon: Salon, member: MemberScope, visit: VisitState) {
  const { startsAt: from } = visit.fields;
  const to = Math.max(...visit.wants.map((want) => want.to), visit.fields.endsAt);
  const stations = salon.config.stations.map((station) => station.id);
  return changes.held(member, spansOf(stations, { from, to }), [visit.id]);
}

const asHeld = ({ claimantId, from, to }: WantState, id: string): HeldSince => ({
  ...{ claimantId, start: from, end: to, since: 0, holder: { kind: 'visit', id, name: '' } },
});

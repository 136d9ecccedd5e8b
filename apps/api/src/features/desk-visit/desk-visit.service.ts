import type { ChangedVisit, NewVisit, VisitStatusChange } from '@salon/contracts/desk/visit';
import { canBecome, isLive } from '@salon/domain/booking/status';
import { phasesSeen } from '@salon/domain/desk/desk-item';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { BookingFigures } from '../figures/booking-figures.ts';
import type { Salon } from '../salon/salon.ts';
import {
  type ChangeDeps,
  type ChangeRequest,
  changedMeanwhile,
  type Decided,
  type Done,
  makeChange,
} from './desk-change.service.ts';
import type { DeskCustomerRepo } from './desk-customer.repo.ts';
import { whoComes } from './desk-customer.ts';
import { itemStates, notYours, takeTime, takeTimeFor, type WantedVisit, wantedVisit } from './fit-visit.ts';
import { namedStations, stationNeedsOf } from './named-stations.ts';
import {
  type ItemState,
  keptItems,
  stationsOf,
  type VisitFields,
  type VisitState,
  type WantState,
} from './visit-state.ts';
import { changedVisit, type EventKind, madeVisit, type VisitPlan } from './visit-write.ts';

export type DeskVisitDeps = ChangeDeps & {
  readonly customers: DeskCustomerRepo;
  readonly newReference: () => string;
  readonly figures: Pick<BookingFigures, 'atDesk'>;
};

/**
 * Makes a visit, wherever the desk wants it, and counts it. Throws `time_conflict`, `customer_not_found` and what {@link wantedVisit} and
 * {@link namedStations} throw.
 */
export async function createVisit(deps: DeskVisitDeps, request: ChangeRequest, body: NewVisit): Promise<Done> {
  const { member } = request;
  // Worked out where the price is known whoever asks: not everybody at the desk may see it.
  let worth = 0;
  const done = await makeChange(deps, request, async (salon): Promise<Decided> => {
    const wanted = wantedVisit(salon, member, body.items);
    worth = wanted.plan.priceCents;
    const { fields, card } = await whoComes(deps, salon, member, body.customer);
    const named = namedStations(salon, wanted.plan.stationNeeds, body.stations);
    const wants = await takeTimeFor(deps, salon, member, wanted, { stations: { named }, except: [] }, body);
    const { startsAt, endsAt, priceCents } = wanted.plan;
    const plan: VisitPlan = {
      fields: {
        ...{ ...fields, status: 'confirmed', sequence: 0, tokenVersion: 1, startsAt, endsAt, priceCents },
        ...{ guestName: body.guestName ?? null, note: body.note ?? null, cancelReason: null, cancelledAt: null },
      },
      customer: card,
      time: { items: itemStates(salon, wanted.plan), wants },
      event: { kind: 'booking_created', notify: body.notify },
      action: 'visit.created',
    };
    const made = { reference: deps.newReference(), currency: salon.config.currency, locale: fields.locale };
    return { visits: [madeVisit(deps.newId, deps.newId(), made, plan)] };
  });
  const { config, profile, services } = done.salon;
  const service = services.get(body.items[0]?.serviceId ?? '')?.name;
  const status = done.duplicate ? 'duplicate' : 'confirmed';
  deps.figures.atDesk({ status, salon: profile.slug, service, priceCents: worth, currency: config.currency });
  return done;
}

/** Makes a visit what it shall be. Throws as {@link createVisit}, and `booking_not_found`, `version_conflict`, `status_conflict`. */
export function changeVisit(
  deps: DeskVisitDeps,
  request: ChangeRequest,
  visitId: string,
  body: ChangedVisit,
): Promise<Done> {
  const { member } = request;
  return makeChange(deps, request, async (salon): Promise<Decided> => {
    const before = await visitAt(deps, member, visitId, body.version);
    if (!isLive(before.fields.status)) {
      throw new AppError('status_conflict', 'A visit that is cancelled or was missed is brought back first.');
    }
    const wanted = wantedVisit(salon, member, body.items, keptItems(salon, before));
    const time = await timeOf(deps, salon, member, before, wanted, body);
    const moved = typeof time !== 'string' && isMoved(before, time.items);
    const who = body.customer === undefined ? undefined : await whoComes(deps, salon, member, body.customer);
    const another = who !== undefined && isAnother(before.fields, who.fields);
    const { startsAt, endsAt, priceCents } = typeof time === 'string' ? before.fields : wanted.plan;
    const kind: EventKind = another && before.fields.status !== 'requested' ? 'booking_confirmed' : 'booking_moved';
    const fields: VisitFields = {
      ...{ ...before.fields, ...who?.fields, startsAt, endsAt, priceCents },
      ...(body.guestName === undefined ? {} : { guestName: body.guestName }),
      ...(body.note === undefined ? {} : { note: body.note }),
      sequence: before.fields.sequence + (moved || another ? 1 : 0),
      // Whoever held the link before is to open nothing of somebody else.
      tokenVersion: before.fields.tokenVersion + (another ? 1 : 0),
    };
    const plan: VisitPlan = {
      ...{ fields, customer: who?.card, time },
      event: moved || another ? { kind, notify: body.notify } : undefined,
      action: moved ? 'visit.moved' : 'visit.changed',
    };
    return { visits: [changedVisit(deps.newId, before, plan)] };
  });
}

/** Keeps the time of a visit where it is the same, so that nothing is asked about what was confirmed before. */
async function timeOf(
  deps: DeskVisitDeps,
  salon: Salon,
  member: MemberScope,
  before: VisitState,
  wanted: WantedVisit,
  body: ChangedVisit,
): Promise<VisitPlan['time']> {
  const items = itemStates(salon, wanted.plan).map((item) => namedAsBefore(before, item));
  if (isSameTime(salon, before, wanted)) {
    const samePrices = items.every((item, index) => item.priceCents === before.items[index]?.priceCents);
    const wants = await otherStations(deps, salon, member, before, body);
    return samePrices && wants === before.wants ? 'keep' : { items, wants };
  }
  const named = namedStations(salon, wanted.plan.stationNeeds, body.stations);
  const now = { stations: { has: stationsOf(before), named }, except: [before.id] };
  return { items, wants: await takeTimeFor(deps, salon, member, wanted, now, body) };
}

/** What a visit wants, with the stations that are named for it; the very same where it has them. */
async function otherStations(
  deps: DeskVisitDeps,
  salon: Salon,
  member: MemberScope,
  before: VisitState,
  { stations, overlap }: ChangedVisit,
): Promise<readonly WantState[]> {
  const has = stationsOf(before);
  const stationNeeds = stationNeedsOf(salon, before);
  const named = namedStations(salon, stationNeeds, stations);
  if (named.every((id) => has.includes(id))) return before.wants;
  const need = { staffClaims: [], stationNeeds, stations: { has, named }, except: [before.id] };
  const chosen = await takeTime(deps, salon, member, need, { overlap, outside: true });
  return [...before.wants.filter(({ item }) => item !== null), ...chosen];
}

/** What is no longer sold or nobody any more keeps the name it was booked by. */
function namedAsBefore<Item extends { serviceId: string; service: string; staffId: string; staff: string }>(
  { items }: VisitState,
  item: Item,
): Item {
  const service = item.service || (items.find((one) => one.serviceId === item.serviceId)?.service ?? '');
  const staff = item.staff || (items.find((one) => one.staffId === item.staffId)?.staff ?? '');
  return { ...item, service, staff };
}

function isSameTime(salon: Salon, before: VisitState, { items }: WantedVisit): boolean {
  const kept = keptItems(salon, before);
  const minutes = (phases: Parameters<typeof phasesSeen>[0]) =>
    JSON.stringify(phasesSeen(phases).map((one) => one.minutes));
  return (
    items.length === before.items.length &&
    items.every((item, index) => {
      const was = before.items[index];
      const same = was?.serviceId === item.serviceId && was.staffId === item.staffId && was.startsAt === item.startsAt;
      return same && minutes(item.phases) === minutes(kept[index]?.phases ?? []);
    })
  );
}

function isMoved({ items }: VisitState, next: readonly ItemState[]): boolean {
  const told = (list: readonly ItemState[]) =>
    JSON.stringify(list.map(({ serviceId, staffId, startsAt, endsAt }) => [serviceId, staffId, startsAt, endsAt]));
  return told(items) !== told(next);
}

const isAnother = (before: VisitFields, next: Pick<VisitFields, 'customerId' | 'email' | 'name'>) =>
  before.customerId !== next.customerId || before.email !== next.email;

/** Marks how a visit goes. Throws `booking_not_found`, `version_conflict`, `status_conflict`, and `time_conflict` for one that comes back. */
export function changeStatus(
  deps: DeskVisitDeps,
  request: ChangeRequest,
  visitId: string,
  body: VisitStatusChange,
): Promise<Done> {
  const { member } = request;
  return makeChange(deps, request, async (salon, now): Promise<Decided> => {
    const before = await visitAt(deps, member, visitId, body.version);
    const { status, sequence } = before.fields;
    if (!canBecome(status, body.status)) {
      throw new AppError('status_conflict', `A visit that is ${status} cannot become ${body.status}.`);
    }
    const cancelled = body.status === 'cancelled';
    const kind = eventOf(status, body.status);
    const fields: VisitFields = {
      ...{ ...before.fields, status: body.status, sequence: sequence + (kind === undefined ? 0 : 1) },
      cancelReason: cancelled ? (body.reason ?? null) : null,
      cancelledAt: cancelled ? now : null,
    };
    const event = kind && { kind, notify: body.notify };
    const time = await timeAs(deps, salon, member, before, body);
    return { visits: [changedVisit(deps.newId, before, { fields, time, event, action: `visit.${body.status}` })] };
  });
}

/** What the customer's calendar knows: asked for, confirmed, cancelled. That she has come is no news to her. */
function eventOf(from: VisitFields['status'], to: VisitFields['status']): EventKind | undefined {
  if (to === 'cancelled') return 'booking_cancelled';
  return to === 'confirmed' && (from === 'requested' || from === 'cancelled') ? 'booking_confirmed' : undefined;
}

async function timeAs(
  deps: DeskVisitDeps,
  salon: Salon,
  member: MemberScope,
  before: VisitState,
  { status, overlap }: VisitStatusChange,
): Promise<VisitPlan['time']> {
  if (!isLive(status)) return isLive(before.fields.status) ? 'leave' : 'keep';
  if (isLive(before.fields.status)) return 'keep';
  const need = {
    staffClaims: before.wants.flatMap(({ claimantId, item, from, to }) =>
      item === null ? [] : [{ staffId: claimantId, itemIndex: item, start: from, end: to }],
    ),
    stationNeeds: stationNeedsOf(salon, before),
    ...{ stations: { has: stationsOf(before) }, except: [before.id] },
  };
  return { items: before.items, wants: await takeTime(deps, salon, member, need, { overlap, outside: true }) };
}

/** A visit of the version somebody saw. Throws `booking_not_found`, `forbidden`, `version_conflict`. */
export async function visitAt(
  { changes }: Pick<ChangeDeps, 'changes'>,
  member: MemberScope,
  visitId: string,
  version: number,
): Promise<VisitState> {
  const [before] = await changes.states(member, [visitId]);
  const hers = before?.items.some((item) => item.staffId === member.staffId) ?? false;
  if (before === undefined || (member.reach === 'own' && !hers)) throw noSuchVisit();
  if (member.reach === 'own' && before.items.some((item) => item.staffId !== member.staffId)) throw notYours();
  if (before.version !== version) throw changedMeanwhile();
  return before;
}

export const noSuchVisit = () => new AppError('booking_not_found', 'The salon has no such visit.');

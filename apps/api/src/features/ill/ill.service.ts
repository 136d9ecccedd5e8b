import type { IllRequest } from '@salon/contracts/desk/ill';
import { againstRules, type Held } from '@salon/domain/desk/obstacles';
import type { Interval } from '@salon/domain/time/interval';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { spansOf } from '../desk-visit/desk-change.repo.ts';
import {
  type ChangeDeps,
  type ChangeRequest,
  changedMeanwhile,
  type Decided,
  type Done,
  makeChange,
} from '../desk-visit/desk-change.service.ts';
import { fitInto, itemStates, spanOf, type WantedVisit } from '../desk-visit/fit-visit.ts';
import { stationsOf, type VisitState, type WantState } from '../desk-visit/visit-state.ts';
import { changedVisit, type VisitPlan, type VisitWrite } from '../desk-visit/visit-write.ts';
import type { Salon } from '../salon/salon.ts';
import { timeOffWrite } from '../time-off/time-off-write.ts';
import { awayTime, herVisits } from './her-visits.ts';
import { substituted } from './substitute.ts';

type Choice = IllRequest['choices'][number];
type Chosen = { readonly choice: Choice; readonly visit: VisitState };

/**
 * Somebody is ill: her time off is laid, and each of her visits given to somebody else, moved, cancelled or kept, all in
 * one transaction and one change. Throws `visits_affected` where a visit was not chosen for, `version_conflict`,
 * `time_conflict`.
 */
export function fallIll(deps: ChangeDeps, request: ChangeRequest, body: IllRequest): Promise<Done> {
  const { member } = request;
  const { staffId, choices } = body;
  return makeChange(deps, request, async (salon, now): Promise<Decided> => {
    const away = awayTime(salon, body, now);
    const { open, others } = await herVisits(deps, member, staffId, away);
    const forgotten = open.visits.filter(({ id }) => choices.every((choice) => choice.visitId !== id));
    if (forgotten.length > 0) {
      throw new AppError('visits_affected', 'She has a visit that was not chosen for. Look at them once more.');
    }
    const chosen = await chosenVisits(deps, member, choices, new Set(open.visits.map(({ id }) => id)));
    const visits = await placed(deps, salon, member, body, away, chosen, now);
    const kept = choices.filter((choice) => choice.do === 'keep').map((choice) => choice.visitId);
    const after = {
      ...{ staffId, kind: 'time_off' as const, from: away.start, to: away.end },
      ...{ reason: body.reason ?? null, ended: false },
    };
    const leave = { id: deps.newId(), after, mayOverlap: true, known: [...kept, ...others], action: 'time_off.made' };
    return { visits, timeOffs: [timeOffWrite(deps.newId, leave)] };
  });
}

async function chosenVisits(
  deps: ChangeDeps,
  member: MemberScope,
  choices: readonly Choice[],
  open: ReadonlySet<string>,
): Promise<Chosen[]> {
  const states = await deps.changes.states(
    member,
    choices.map((choice) => choice.visitId),
  );
  return choices.map((choice) => {
    const visit = states.find((one) => one.id === choice.visitId);
    // What was cancelled, moved away or has begun since is not what was looked at.
    if (visit?.version !== choice.version || !open.has(choice.visitId)) throw changedMeanwhile();
    return { choice, visit };
  });
}

/** Each visit where it was chosen to be, one after the other, so that no two are given the same time. */
async function placed(
  deps: ChangeDeps,
  salon: Salon,
  member: MemberScope,
  { staffId: ill, notify }: IllRequest,
  away: Interval,
  chosen: readonly Chosen[],
  now: number,
): Promise<VisitWrite[]> {
  const plans = chosen.flatMap(({ choice, visit }) =>
    choice.do === 'give' || choice.do === 'move'
      ? [{ visit, wanted: substituted(salon, member, visit, ill, placeOf(choice, visit)) }]
      : [],
  );
  const leaving = chosen.filter(({ choice }) => choice.do !== 'keep').map(({ visit }) => visit.id);
  const span = {
    from: Math.min(...plans.map(({ wanted }) => wanted.plan.startsAt)),
    to: Math.max(...plans.flatMap(({ wanted }) => wanted.plan.staffClaims.map((claim) => claim.end))),
  };
  const everybody = [...salon.config.staff, ...salon.config.stations].map(({ id }) => id);
  const held: Held[] = plans.length === 0 ? [] : await deps.changes.held(member, spansOf(everybody, span), leaving);
  held.push({ claimantId: ill, ...away, holder: { kind: 'time_off', id: '', name: null } });
  const writes = plans.map(({ visit, wanted }) => {
    const wants = wantsIn(salon, member, visit, wanted, held);
    held.push(...wants.map((want) => asHeld(want, visit)));
    return changedVisit(deps.newId, visit, movedTo(salon, visit, wanted, wants, notify));
  });
  const cancelled = chosen
    .filter(({ choice }) => choice.do === 'cancel')
    .map(({ visit }) => changedVisit(deps.newId, visit, cancelledAt(visit, now, notify)));
  return [...cancelled, ...writes.toSorted((a, b) => (firstClaim(a) < firstClaim(b) ? -1 : 1))];
}

/** What a visit claims first. In this order, which is that of bookings too, those after the same time seldom meet crosswise. */
const firstClaim = ({ wants }: VisitWrite): string =>
  (wants ?? []).map(({ claimantId, from }) => `${claimantId} ${from}`).toSorted()[0] ?? '';

function placeOf(choice: Extract<Choice, { do: 'give' | 'move' }>, { fields }: VisitState) {
  const later = choice.do === 'move' ? Date.parse(choice.startsAt) - fields.startsAt : 0;
  return { staffId: choice.staffId, later };
}

function wantsIn(
  salon: Salon,
  member: MemberScope,
  visit: VisitState,
  { items, plan }: WantedVisit,
  held: readonly Held[],
): WantState[] {
  const { staffClaims, stationNeeds } = plan;
  const rules = againstRules(salon.config, items, plan);
  const need = { staffClaims, stationNeeds, rules, stations: { has: stationsOf(visit) } };
  // Of weeks of a whole salon only what can be in its way.
  const { from, to } = spanOf([...staffClaims, ...stationNeeds]);
  const near = held.filter(({ start, end }) => start < to && from < end);
  return fitInto(salon, member, need, near, { overlap: false, outside: false });
}

const asHeld = ({ claimantId, from, to }: WantState, { id, fields }: VisitState): Held => ({
  ...{ claimantId, start: from, end: to, holder: { kind: 'visit', id, name: fields.name } },
});

function movedTo(
  salon: Salon,
  { fields }: VisitState,
  { plan }: WantedVisit,
  wants: readonly WantState[],
  notify: boolean,
): VisitPlan {
  const { startsAt, endsAt, priceCents } = plan;
  return {
    fields: { ...fields, startsAt, endsAt, priceCents, sequence: fields.sequence + 1 },
    time: { items: itemStates(salon, plan), wants },
    event: { kind: 'booking_moved', notify },
    action: 'visit.moved',
  };
}

const cancelledAt = ({ fields }: VisitState, now: number, notify: boolean): VisitPlan => ({
  fields: { ...fields, status: 'cancelled', cancelledAt: now, cancelReason: null, sequence: fields.sequence + 1 },
  time: 'leave',
  event: { kind: 'booking_cancelled', notify },
  action: 'visit.cancelled',
});

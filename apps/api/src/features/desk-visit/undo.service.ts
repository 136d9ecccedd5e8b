import { isLive } from '@salon/domain/booking/status';
import { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import type { Salon } from '../salon/salon.ts';
import { TimeOffAsIs, timeOffOf } from '../time-off/time-off-state.ts';
import { type TimeOffWrite, timeOffWrite } from '../time-off/time-off-write.ts';
import {
  type ChangeDeps,
  type ChangeRequest,
  changedMeanwhile,
  type Decided,
  type Done,
  makeChange,
  undoExpired,
} from './desk-change.service.ts';
import { keptTime } from './kept-time.ts';
import { VisitAsIs, type VisitState } from './visit-state.ts';
import { changedVisit, type VisitPlan, type VisitWrite } from './visit-write.ts';

/** What desk_change_v1 remembers: each row as it was (null: there was none), and the version it got. */
const Earlier = z.object({
  visits: z.array(z.object({ id: z.string(), version: z.number(), was: VisitAsIs.nullable() })),
  timeOffs: z.array(z.object({ id: z.string(), version: z.number(), was: TimeOffAsIs.nullable() })),
});

/**
 * Takes a change back, all of it: what was is written once more, and nobody is written to. What was made by it is
 * cancelled. Throws `change_not_found`, `undo_expired`, `version_conflict`, and `time_conflict` where somebody has taken the
 * time meanwhile.
 */
export function undoChange(deps: ChangeDeps, request: ChangeRequest, changeId: string): Promise<Done> {
  const { member } = request;
  return makeChange(deps, request, async (salon, now): Promise<Decided> => {
    const change = await deps.changes.find(member, changeId);
    if (change === undefined || (member.reach === 'own' && change.loginId !== member.loginId)) throw noSuchChange();
    if (change.earlier === null) throw undoExpired();
    const { visits, timeOffs } = Earlier.parse(change.earlier);
    const states = await deps.changes.states(
      member,
      visits.map(({ id }) => id),
    );
    // All of it at once: a sick leave may have touched two hundred visits.
    const wanted = visits.flatMap(({ was }) => (was !== null && isLive(was.fields.status) ? was.wants : []));
    const gone = [...visits, ...timeOffs].map(({ id }) => id);
    const held = wanted.length === 0 ? [] : await deps.changes.held(member, wanted, gone);
    const among = { held, at: change.at };
    const back: VisitWrite[] = [];
    for (const { id, version, was } of visits) {
      const state = states.find((one) => one.id === id);
      if (state?.version !== version) throw changedMeanwhile();
      const plan = was === null ? unmade(state, now) : asItWas(salon, member, state, was, among);
      back.push(changedVisit(deps.newId, state, plan));
    }
    return { visits: back, timeOffs: await timeOffsBack(deps, member, timeOffs), undoes: changeId };
  });
}

/** A visit is never deleted: one that was made by mistake is one that was cancelled. */
const unmade = ({ fields }: VisitState, now: number): VisitPlan => ({
  fields: { ...fields, status: 'cancelled', cancelledAt: now },
  time: 'leave',
  action: 'visit.undone',
});

function asItWas(
  salon: Salon,
  member: MemberScope,
  now: VisitState,
  was: VisitState,
  among: Parameters<typeof keptTime>[3],
): VisitPlan {
  const { fields, items, wants } = was;
  const held = isLive(fields.status) ? keptTime(salon, member, wants, among) : wants;
  // The sequence too: nothing has gone out with the later one, and what was to go out with this one holds again. What
  // would have been planned with it meanwhile is planned now.
  const told = now.fields.sequence !== fields.sequence;
  const event = told ? ({ kind: 'booking_moved', notify: false } as const) : undefined;
  return { fields, time: { items, wants: held }, event, action: 'visit.undone' };
}

async function timeOffsBack(
  { changes, newId }: ChangeDeps,
  member: MemberScope,
  timeOffs: z.output<typeof Earlier>['timeOffs'],
): Promise<TimeOffWrite[]> {
  const states = await changes.timeOffs(
    member,
    timeOffs.map(({ id }) => id),
  );
  return timeOffs.map(({ id, version, was }) => {
    const now = states.find((one) => one.id === id);
    if (now?.version !== version) throw changedMeanwhile();
    const before = timeOffOf(now);
    const after = was === null ? { ...before, ended: true } : timeOffOf(was);
    const action = 'time_off.undone';
    return timeOffWrite(newId, { id, before: { ...before, version }, after, mayOverlap: true, action });
  });
}

const noSuchChange = () => new AppError('change_not_found', 'There is no such change.');

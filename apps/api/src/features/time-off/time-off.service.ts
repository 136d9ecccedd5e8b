import type { ChangedTimeOff, NewTimeOff, TimeOffAnswer } from '@salon/contracts/desk/calendar';
import { overTaken } from '@salon/domain/desk/obstacles';
import { formatInstant } from '@salon/domain/time/wall-clock';
import type { z } from 'zod';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { timeConflict } from '../desk-visit/conflicts.ts';
import {
  type ChangeDeps,
  type ChangeRequest,
  changeAnswer,
  changedMeanwhile,
  type Decided,
  type Done,
  makeChange,
} from '../desk-visit/desk-change.service.ts';
import { notYours } from '../desk-visit/fit-visit.ts';
import type { Salon } from '../salon/salon.ts';
import { type TimeOffAsIs, timeOffOf } from './time-off-state.ts';
import { type TimeOffState, timeOffWrite } from './time-off-write.ts';

/** Blocks time or gives somebody time off. Throws `time_conflict` with what lies there, unless it is meant. */
export function layTimeOff(deps: ChangeDeps, request: ChangeRequest, body: NewTimeOff): Promise<Done> {
  const { member } = request;
  return makeChange(deps, request, async (salon): Promise<Decided> => {
    const after = await wantedTimeOff(deps, salon, member, body, []);
    const action = 'time_off.made';
    const made = timeOffWrite(deps.newId, { id: deps.newId(), after, mayOverlap: body.overlap, action });
    return { visits: [], timeOffs: [made] };
  });
}

/** Moves it, makes it longer, gives it to somebody else. Throws as {@link layTimeOff}, `time_off_not_found`, and `version_conflict`. */
export function changeTimeOff(
  deps: ChangeDeps,
  request: ChangeRequest,
  id: string,
  body: ChangedTimeOff,
): Promise<Done> {
  const { member } = request;
  return makeChange(deps, request, async (salon): Promise<Decided> => {
    const before = await timeOffAt(deps, member, id);
    if (before.version !== body.version) throw changedMeanwhile();
    const after = await wantedTimeOff(deps, salon, member, body, [id]);
    const plan = { id, before: { ...timeOffOf(before), version: before.version }, after, mayOverlap: body.overlap };
    return { visits: [], timeOffs: [timeOffWrite(deps.newId, { ...plan, action: 'time_off.changed' })] };
  });
}

/** Ends it and frees its time, for whoever lies below it first. Throws `time_off_not_found`. */
export function endTimeOff(deps: ChangeDeps, request: ChangeRequest, id: string): Promise<Done> {
  return makeChange(deps, request, async (): Promise<Decided> => {
    const row = await timeOffAt(deps, request.member, id);
    const before = timeOffOf(row);
    const plan = {
      id,
      before: { ...before, version: row.version },
      after: { ...before, ended: true },
      mayOverlap: true,
    };
    return { visits: [], timeOffs: [timeOffWrite(deps.newId, { ...plan, action: 'time_off.ended' })] };
  });
}

async function timeOffAt({ changes }: ChangeDeps, member: MemberScope, id: string): Promise<TimeOffAsIs> {
  const [row] = await changes.timeOffs(member, [id]);
  const hers = member.reach === 'all' || row?.staff_id === member.staffId;
  if (row === undefined || row.ended_at !== null || !hers) {
    throw new AppError('time_off_not_found', 'There is no such time off any more.');
  }
  mayDecide(member, row.kind);
  return row;
}

async function wantedTimeOff(
  { changes }: ChangeDeps,
  salon: Salon,
  member: MemberScope,
  { staffId, kind, startsAt, endsAt, reason, overlap }: NewTimeOff,
  except: readonly string[],
): Promise<TimeOffState> {
  if (member.reach === 'own' && staffId !== member.staffId) throw notYours();
  mayDecide(member, kind);
  if (!salon.config.staff.some((staff) => staff.id === staffId)) {
    throw new AppError('staff_not_found', 'The salon has no such staff member.');
  }
  const [from, to] = [Date.parse(startsAt), Date.parse(endsAt)];
  if (to <= from) throw new AppError('invalid_request', 'It ends after it begins.');
  const held = overlap ? [] : await changes.held(member, [{ claimantId: staffId, from, to }], except);
  const inTheWay = overTaken([{ staffId, itemIndex: 0, start: from, end: to }], [], held);
  if (inTheWay.length > 0) throw timeConflict(salon, member, inTheWay);
  return { staffId, kind, from, to, reason: reason ?? null, ended: false };
}

/** Time off is asked for by whom it is for; blocked time is hers to take. */
function mayDecide(member: MemberScope, kind: TimeOffState['kind']) {
  if (member.reach === 'own' && kind === 'time_off') {
    throw new AppError('forbidden', 'Ask for time off; whoever leads the salon decides.');
  }
}

/** The time off of a change as it is now. */
export async function timeOffAnswer(
  { changes }: ChangeDeps,
  member: MemberScope,
  { salon, change }: Done,
): Promise<z.input<typeof TimeOffAnswer>> {
  const { timeZone } = salon.config;
  const [row] = await changes.timeOffs(member, change.timeOffs);
  if (row === undefined) throw new Error('a change has what it changed');
  return {
    timeOff: {
      ...{ id: row.id, version: row.version, staffId: row.staff_id, kind: row.kind, reason: row.reason },
      overlaps: row.overlaid,
      startsAt: formatInstant(timeZone, row.starts_at),
      endsAt: formatInstant(timeZone, row.ends_at),
    },
    change: changeAnswer(timeZone, change),
  };
}

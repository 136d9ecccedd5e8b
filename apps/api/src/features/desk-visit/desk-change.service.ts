import type { ChangedVisits } from '@salon/contracts/desk/visit';
import { OverloadedError } from '@salon/db/write-statement';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { AppError } from '../../errors/app-error.ts';
import type { MemberScope } from '../../scope/salon-scope.ts';
import { keyReused, readOnly } from '../booking/refusals.ts';
import { pricesFor } from '../calendar/calendar.service.ts';
import type { DeskVisitRepo } from '../calendar/desk-visit.repo.ts';
import { deskVisits } from '../calendar/desk-visit.row.ts';
import type { AnnounceChange } from '../live/change-bell.ts';
import type { ReadOnly } from '../read-only/read-only.ts';
import type { SalonService } from '../salon/salon.service.ts';
import type { Salon } from '../salon/salon.ts';
import type { TimeOffWrite } from '../time-off/time-off-write.ts';
import { datesOf } from './dates-of-change.ts';
import type { ChangeOutcome, DeskChangeRepo, MadeChange } from './desk-change.repo.ts';
import { deskHash } from './desk-hash.ts';
import type { VisitWrite } from './visit-write.ts';

/** How long a change can be taken back, and its mail waits, in milliseconds. */
export const UNDO_MS = 10_000;
/** How often a change is decided again because the salon changed, or somebody took the time meanwhile. */
const ROUNDS = 8;

export type ChangeDeps = {
  readonly salons: SalonService;
  readonly changes: DeskChangeRepo;
  readonly deskVisits: DeskVisitRepo;
  readonly announceChange: AnnounceChange;
  readonly readOnly: ReadOnly;
  readonly clock: () => number;
  readonly newId: () => string;
};

export type ChangeRequest = {
  readonly member: MemberScope;
  /** What the key is bound to: what is changed, or the salon where something is made. */
  readonly target: string;
  readonly operation: string;
  readonly body: object;
  readonly key: string;
  readonly requestId: string;
};

export type Decided = {
  readonly visits: readonly VisitWrite[];
  readonly timeOffs?: readonly TimeOffWrite[];
  /** The change it takes back; it cannot itself be taken back. */
  readonly undoes?: string;
};

export type Done = { readonly salon: Salon; readonly change: MadeChange; readonly duplicate: boolean };

/**
 * Makes a change exactly once: what it is decided on is read anew whenever the database says that it has changed. A known
 * key gives the change it made, whatever the rules say now.
 */
export async function makeChange(
  deps: ChangeDeps,
  request: ChangeRequest,
  decide: (salon: Salon, now: number) => Promise<Decided>,
): Promise<Done> {
  const { member, target, key, requestId } = request;
  const hash = deskHash(request);
  let salon = await deps.salons.current({ id: member.salonId });
  for (let round = 0; round < ROUNDS; round++) {
    const now = deps.clock();
    let decided: Decided;
    try {
      if (deps.readOnly.on) throw readOnly(deps.readOnly, now);
      decided = await decide(salon, now);
    } catch (refusal) {
      const known = refusal instanceof AppError ? await deps.changes.findKey(member, target, key, hash) : undefined;
      if (known === undefined) throw refusal;
      if (known === 'reused') throw keyReused();
      return { salon, change: known, duplicate: true };
    }
    const { visits, timeOffs = [], undoes } = decided;
    const undoableUntil = undoes === undefined ? now + UNDO_MS : now;
    const head = { id: deps.newId(), target, key, hash, requestId, undoableUntil, ...(undoes ? { undoes } : {}) };
    const outcome = await deps.changes.change(member, { version: salon.config.version, now }, head, visits, timeOffs);
    if (outcome.outcome === 'stale') {
      salon = await deps.salons.atLeast(salon.profile.id, salon.config.version + 1);
    } else if (outcome.outcome !== 'taken') {
      if (outcome.outcome === 'changed') deps.announceChange(member, datesOf(salon, visits, timeOffs));
      return { salon, ...madeOrRefused(outcome) };
    }
  }
  throw new OverloadedError('rounds');
}

function madeOrRefused(outcome: ChangeOutcome): Omit<Done, 'salon'> {
  switch (outcome.outcome) {
    case 'changed':
    case 'replay':
      return { change: outcome.change, duplicate: outcome.outcome === 'replay' };
    case 'reused':
      throw keyReused();
    case 'undo_expired':
      throw undoExpired();
    case 'not_found':
      throw new AppError('booking_not_found', 'What this is about is not there any more.');
    default:
      throw changedMeanwhile();
  }
}

export const changedMeanwhile = () =>
  new AppError('version_conflict', 'Somebody changed this meanwhile. Look at it as it is now, then try again.');

export const undoExpired = () =>
  new AppError(
    'undo_expired',
    'This can no longer be taken back: too much time has passed, or its mail is on its way.',
  );

/** The visits of a change as they are now, and until when it can be taken back. */
export async function changedVisits(deps: ChangeDeps, member: MemberScope, done: Done): Promise<ChangedVisits> {
  const { salon, change, duplicate } = done;
  const { timeZone } = salon.config;
  const rows = await deps.deskVisits.named(member, change.visits);
  const visits = deskVisits(timeZone, rows, pricesFor(member));
  return {
    visits: change.visits.flatMap((id) => visits.filter((visit) => visit.id === id)),
    change: changeAnswer(timeZone, change),
    duplicate,
  };
}

export const changeAnswer = (timeZone: string, { id, undoableUntil }: MadeChange) => ({
  id,
  undoableUntil: formatInstant(timeZone, undoableUntil),
});

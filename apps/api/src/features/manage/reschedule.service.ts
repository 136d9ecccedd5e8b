import type { RescheduleRequest } from '@salon/contracts/manage';
import { OverloadedError } from '@salon/db/write-statement';
import { canChangeOnline } from '@salon/domain/salon/change-online';
import type { SalonConfig } from '@salon/domain/salon/salon-config';
import { datesTouched } from '@salon/domain/time/days-span';
import { localDate, resolveStart } from '@salon/domain/time/wall-clock';
import type { Arrangement } from '@salon/domain/visit/arrangement';
import { AppError } from '../../errors/app-error.ts';
import { takenFor } from '../availability/taken-time.ts';
import { daySpan } from '../booking/booking.service.ts';
import { requestHash } from '../booking/canonical-body.ts';
import { keyBeforeRefusal } from '../booking/key-before-refusal.ts';
import { type KnownAnswer, knownAnswer } from '../booking/known-answer.ts';
import { bookingPaused, nonexistentTime, priceChanged, readOnly } from '../booking/refusals.ts';
import { whyTaken } from '../booking/slot-taken.ts';
import { wireArrangement } from '../booking/wire-arrangement.ts';
import type { Salon } from '../salon/salon.ts';
import { datesOfVisit, type ManageDeps, type Opened, tooLate } from './manage.service.ts';
import { atAgreedPrices, movesTo, requestAgain } from './moves.ts';
import type { Visit } from './visit.ts';

/** How often a move is decided again because the salon changed, or a lost time came free. */
const ROUNDS = 8;

type Move = { readonly body: RescheduleRequest; readonly key: string; readonly requestId: string };

/**
 * Moves a visit exactly once; until that has happened the old one stands. Throws `slot_taken`,
 * `version_conflict`, `policy_window` and what booking throws.
 */
export async function rescheduleVisit(deps: ManageDeps, opened: Opened, move: Move): Promise<KnownAnswer> {
  const { body, requestId } = move;
  const { visit } = opened;
  let { salon } = opened;
  const keyed = { key: move.key, hash: requestHash({ operation: 'reschedule', bookingId: visit.id, body }) };

  for (let round = 0; round < ROUNDS; round++) {
    const now = deps.clock();
    let decided: DecidedMove;
    try {
      decided = await decideMove(deps, salon, visit, body, now);
    } catch (refusal) {
      const again = await keyBeforeRefusal(deps, salon, { target: visit.id, keyed }, refusal);
      if ('answer' in again) return again;
      salon = again.salon;
      continue;
    }
    salon = decided.salon;

    const identity = { ...visit, version: body.version + 1, customer: { name: visit.name, email: visit.email } };
    const decision = await deps.repo.move(
      salon.scope,
      visit.id,
      keyed,
      {
        version: salon.config.version,
        now,
        day: daySpan(salon, decided.startsAt),
        expected: body.version,
        cancellationMinutes: salon.config.policy.cancellationMinutes,
      },
      { outboxId: deps.newId(), requestId },
      decided.arrangements.map((one) => wireArrangement(salon, one, identity)),
    );
    switch (decision.outcome) {
      case 'stale':
        salon = await deps.salons.atLeast(salon.profile.id, salon.config.version + 1);
        break;
      case 'taken': {
        const request = requestAgain(visit, () => body.staffId);
        const wish = {
          request,
          startsAt: decided.startsAt,
          now,
          maxPriceCents: body.expectedPriceCents,
          except: visit.id,
          priced: (config: SalonConfig) => atAgreedPrices(config, visit),
        };
        const refusal = await whyTaken(deps, salon, wish);
        if (refusal !== undefined) throw refusal;
        break;
      }
      case 'version_conflict':
        throw changedMeanwhile();
      case 'policy_window':
        throw tooLate();
      case 'moved': {
        const now = decided.arrangements.flatMap((one) =>
          datesTouched(salon.config.timeZone, { start: one.startsAt, end: one.endsAt }),
        );
        deps.announceChange(salon.scope, [...datesOfVisit(opened), ...now]);
        return knownAnswer(salon.profile.id, { ...decision, outcome: 'moved' });
      }
      case 'replay':
      case 'reused':
      case 'erased':
        return knownAnswer(salon.profile.id, { ...decision, outcome: decision.outcome });
    }
  }
  throw new OverloadedError('rounds');
}

type DecidedMove = { readonly salon: Salon; readonly startsAt: number; readonly arrangements: readonly Arrangement[] };

/** Where a visit may go, by the rules and over what is taken; its own time counts as free. */
async function decideMove(
  deps: ManageDeps,
  known: Salon,
  visit: Visit,
  body: RescheduleRequest,
  now: number,
): Promise<DecidedMove> {
  const { timeZone, policy, staff } = known.config;
  if (deps.readOnly.on) throw readOnly(deps.readOnly, now);
  if (visit.version !== body.version) throw changedMeanwhile();
  if (!canChangeOnline(visit, policy, now)) throw tooLate();
  if (policy.paused) throw bookingPaused(known);
  if (body.staffId !== undefined && !staff.some((one) => one.id === body.staffId)) {
    throw new AppError('staff_not_found', 'The salon has no such staff member.');
  }
  const startsAt = resolveStart(timeZone, body.date, body.time);
  if (startsAt === undefined) throw nonexistentTime();
  const request = requestAgain(visit, () => body.staffId);
  const window = { from: localDate(timeZone, startsAt), days: 1, except: visit.id };
  const { salon, taken } = await takenFor(deps, known, request, window);
  // All of it was decided on the salon as it was known; if it has changed, decide all of it again.
  if (salon.config.version !== known.config.version) return decideMove(deps, salon, visit, body, now);
  const stations = salon.config.stations.length > 0 ? await deps.visits.stationsOf(salon.scope, visit.id) : [];
  const all = movesTo(salon, visit, { startsAt, staffId: body.staffId, stations }, taken, now);
  const arrangements = all.filter((one) => one.priceCents <= (body.expectedPriceCents ?? Number.POSITIVE_INFINITY));
  if (arrangements.length === 0 && all.length > 0) throw priceChanged();
  return { salon, startsAt, arrangements };
}

const changedMeanwhile = () =>
  new AppError('version_conflict', 'The booking was changed meanwhile. Look at it again before you move it.');

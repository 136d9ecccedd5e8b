import type { BookingRequest } from '@salon/contracts/booking';
import { OverloadedError } from '@salon/db/write-statement';
import { firstStatus } from '@salon/domain/salon/policy';
import { datesTouched } from '@salon/domain/time/days-span';
import { localDay } from '@salon/domain/time/local-day';
import { localDate } from '@salon/domain/time/wall-clock';
import { step } from '@salon/telemetry/reports';
import type { ClaimRepo } from '../availability/claim.repo.ts';
import { takenFor } from '../availability/taken-time.ts';
import type { AnnounceChange } from '../live/change-bell.ts';
import type { ReadOnly } from '../read-only/read-only.ts';
import type { SalonService } from '../salon/salon.service.ts';
import type { Salon } from '../salon/salon.ts';
import type { BookingRepo, NewVisit } from './booking.repo.ts';
import { requestHash } from './canonical-body.ts';
import { type Decided, decide } from './decide.ts';
import { emailKey } from './email-key.ts';
import { keyBeforeRefusal } from './key-before-refusal.ts';
import { type KnownAnswer, knownAnswer } from './known-answer.ts';
import { callSalon, readOnly } from './refusals.ts';
import { whyTaken } from './slot-taken.ts';
import { wireArrangement } from './wire-arrangement.ts';

/** How often a request is decided again because the salon changed, or a lost time came free. */
const ROUNDS = 8;

export type BookingDeps = {
  readonly salons: SalonService;
  readonly claims: ClaimRepo;
  readonly repo: BookingRepo;
  readonly clock: () => number;
  readonly newId: () => string;
  readonly newReference: () => string;
  readonly readOnly: ReadOnly;
  readonly announceChange: AnnounceChange;
};

export type BookingOrder = {
  /** As this process knows it; a newer configuration is noticed. */
  readonly salon: Salon;
  readonly body: BookingRequest;
  readonly key: string;
  readonly requestId: string;
  readonly source: 'online' | 'salon';
  /** Whether anybody is to hear of it; demo data keeps quiet. */
  readonly announce: boolean;
  /** The anonymous name of a visitor who consented to be measured. */
  readonly visitor?: string | undefined;
};

/** Books a visit exactly once. Throws the refusals of the contract as AppError. */
export async function bookVisit(deps: BookingDeps, order: BookingOrder): Promise<KnownAnswer> {
  const { body } = order;
  let { salon } = order;
  const keyed = { key: order.key, hash: requestHash({ operation: 'book', body }) };
  let readFirst = false;

  for (let round = 0; round < ROUNDS; round++) {
    const now = deps.clock();
    let decided: Decided;
    try {
      if (deps.readOnly.on) throw readOnly(deps.readOnly, now);
      ({ salon, decided } = await decideNow(deps, salon, body, now, readFirst));
    } catch (refusal) {
      const again = await keyBeforeRefusal(deps, salon, { target: salon.profile.id, keyed }, refusal);
      if ('answer' in again) return again;
      salon = again.salon;
      continue;
    }

    step(`rules applied, ${decided.arrangements.length} ways`);
    // Also when nothing is left to choose from: the key is asked before any refusal, and that is done in there.
    const decision = await deps.repo.book({
      scope: salon.scope,
      request: keyed,
      decided: { version: salon.config.version, now, day: daySpan(salon, decided.startsAt) },
      ...write(deps, salon, order, decided),
    });
    step(`the database said ${decision.outcome}`);
    switch (decision.outcome) {
      case 'stale':
        salon = await deps.salons.atLeast(salon.profile.id, salon.config.version + 1);
        break;
      case 'taken': {
        const wish = { ...decided, now, maxPriceCents: body.expectedPriceCents };
        const refusal = await whyTaken(deps, salon, wish);
        if (refusal !== undefined) throw refusal;
        readFirst = true;
        break;
      }
      case 'call_salon':
        throw callSalon();
      case 'booked':
        if (order.announce) deps.announceChange(salon.scope, datesOf(salon, decided));
        return knownAnswer(salon.profile.id, { ...decision, outcome: 'booked' });
      case 'replay':
      case 'reused':
      case 'erased':
        return knownAnswer(salon.profile.id, { ...decision, outcome: decision.outcome });
    }
  }
  throw new OverloadedError('rounds');
}

/** Applies the rules; over what is taken too where that is needed to choose. */
async function decideNow(deps: BookingDeps, known: Salon, body: BookingRequest, now: number, readFirst: boolean) {
  const decided = decide(known, body, now, null);
  if (!readFirst && !decided.cut) return { salon: known, decided };
  const from = localDate(known.config.timeZone, decided.startsAt);
  const { salon, taken } = await takenFor(deps, known, decided.request, { from, days: 1 });
  return { salon, decided: decide(salon, body, now, taken) };
}

function write(deps: BookingDeps, salon: Salon, order: BookingOrder, decided: Decided) {
  const { body } = order;
  const { name, email, phone } = body.customer;
  const visit: NewVisit = {
    id: deps.newId(),
    reference: deps.newReference(),
    customerId: deps.newId(),
    emailKey: emailKey(email),
    status: firstStatus(salon.config.policy) === 'requested' ? 'requested' : 'confirmed',
    source: order.source,
    currency: salon.config.currency,
    name,
    email,
    phone,
    guestName: body.guestName,
    note: body.note,
    locale: body.locale ?? salon.profile.locale,
    maxOpen: salon.config.policy.maxOpenBookings,
    outboxId: order.announce ? deps.newId() : undefined,
    requestId: order.requestId,
    visitor: salon.profile.visitorStatistics ? order.visitor : undefined,
  };
  const { id, reference, status } = visit;
  const identity = { id, reference, status, version: 1, customer: { name, email } };
  return { visit, arrangements: decided.arrangements.map((one) => wireArrangement(salon, one, identity)) };
}

/** The days a visit may lie on, whichever way was taken. */
function datesOf({ config }: Salon, { startsAt, arrangements }: Pick<Decided, 'startsAt' | 'arrangements'>): string[] {
  const end = arrangements.reduce((last, one) => Math.max(last, one.endsAt), startsAt);
  return datesTouched(config.timeZone, { start: startsAt, end });
}

/** The instants of the local day of a start. */
export function daySpan(salon: Salon, startsAt: number) {
  const { timeZone } = salon.config;
  const { segments } = localDay(timeZone, localDate(timeZone, startsAt));
  return { start: segments.at(0)?.start ?? startsAt, end: segments.at(-1)?.end ?? startsAt };
}

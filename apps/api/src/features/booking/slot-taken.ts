import type { SalonConfig } from '@salon/domain/salon/salon-config';
import { addDays, formatInstant, localDate } from '@salon/domain/time/wall-clock';
import { alternativesTo } from '@salon/domain/visit/alternatives';
import { arrangementsAt } from '@salon/domain/visit/arrange';
import type { VisitRequest } from '@salon/domain/visit/arrangement';
import { AppError } from '../../errors/app-error.ts';
import type { ClaimRepo } from '../availability/claim.repo.ts';
import { takenFor } from '../availability/taken-time.ts';
import type { SalonService } from '../salon/salon.service.ts';
import type { Salon } from '../salon/salon.ts';
import { priceChanged } from './refusals.ts';

/** Days from the wanted one in which alternatives are looked for, and how many are offered. */
const SEARCH_DAYS = 14;
const OFFERED = 3;

type Wish = {
  readonly request: VisitRequest;
  readonly startsAt: number;
  readonly now: number;
  /** Nothing dearer is offered. */
  readonly maxPriceCents: number | undefined;
  /** The visit that wants to move there; its own time is free to it. */
  readonly except?: string;
  /** What was agreed with that visit stays its price; absent: today's prices. */
  readonly priced?: (config: SalonConfig) => SalonConfig;
};

type Deps = { readonly salons: SalonService; readonly claims: ClaimRepo };

/** What is being found out, by salon and wish, of each database that is asked. */
const underWay = new WeakMap<ClaimRepo, Map<string, Promise<AppError | undefined>>>();

/**
 * Why a start that was bookable cannot be had: only dearer ways are left (`price_changed`), or none
 * (`slot_taken`, with the nearest starts that are free). `undefined`: it is free again after all.
 *
 * A thousand people after one chair ask this at one time: those who ask while the same is being
 * found out hear the same.
 */
export function whyTaken(deps: Deps, known: Salon, wish: Wish): Promise<AppError | undefined> {
  const { request, startsAt, maxPriceCents, except } = wish;
  const key = JSON.stringify([known.config.salonId, known.config.version, request, startsAt, maxPriceCents, except]);
  const wishes = underWay.get(deps.claims) ?? new Map<string, Promise<AppError | undefined>>();
  underWay.set(deps.claims, wishes);
  const asked = wishes.get(key) ?? findOut(deps, known, wish).finally(() => wishes.delete(key));
  wishes.set(key, asked);
  return asked;
}

async function findOut(
  deps: Deps,
  known: Salon,
  { request, startsAt, now, maxPriceCents, except, priced }: Wish,
): Promise<AppError | undefined> {
  const date = localDate(known.config.timeZone, startsAt);
  const from = [localDate(known.config.timeZone, now), addDays(date, -2)].sort().at(-1) ?? date;
  const range = { from, days: SEARCH_DAYS };
  const { salon, taken } = await takenFor(deps, known, request, { ...range, except });
  const config = priced === undefined ? salon.config : priced(salon.config);

  const left = arrangementsAt(config, request, taken, startsAt, { now, graceMs: 0 });
  if (left.kind === 'arrangements' && left.list.length > 0) {
    const affordable = left.list.some((one) => one.priceCents <= (maxPriceCents ?? Number.POSITIVE_INFINITY));
    return affordable ? undefined : priceChanged();
  }
  const alternatives = alternativesTo(config, request, taken, startsAt, {
    ...range,
    now,
    count: OFFERED,
    ...(maxPriceCents === undefined ? {} : { maxPriceCents }),
  });
  return new AppError('slot_taken', 'Somebody has just booked that time.', {
    alternatives: alternatives.map((one) => ({
      startsAt: formatInstant(config.timeZone, one.startsAt),
      staffIds: [...one.staffIds],
    })),
  });
}

import type { AvailabilityAnswer } from '@salon/contracts/availability';
import type { SalonConfig } from '@salon/domain/salon/salon-config';
import { MINUTE } from '@salon/domain/time/interval';
import { formatInstant } from '@salon/domain/time/wall-clock';
import type { Gap } from '@salon/domain/visit/recommended';
import type { Slot, SlotDay } from '@salon/domain/visit/slots';

/** Days as they are answered; a salon that takes no online bookings right now offers nothing. */
export function daysAnswer(
  { timeZone, policy }: SalonConfig,
  days: readonly SlotDay[],
  basket: boolean,
): AvailabilityAnswer {
  return {
    timezone: timeZone,
    days: days.map(({ date, slots, possible }) =>
      policy.paused
        ? { date, slots: [], possible: 0 }
        : { date, slots: slots.map((slot) => slotAnswer(timeZone, slot, basket)), possible },
    ),
  };
}

function gapAnswer({ before, after }: Gap) {
  const neighbour = ({ staffId, beside, left }: Gap['before']) => ({ staffId, beside, minutes: left / MINUTE });
  return { before: neighbour(before), after: neighbour(after) };
}

function slotAnswer(timeZone: string, slot: Slot, basket: boolean) {
  const { time, startsAt, staffIds, priceCents, recommended, best } = slot;
  return {
    time,
    startsAt: formatInstant(timeZone, startsAt),
    staffIds: [...staffIds],
    priceCents,
    durationMinutes: (best.endsAt - startsAt) / MINUTE,
    ...(recommended === undefined ? {} : { recommended: recommended.reason, gap: gapAnswer(recommended.gap) }),
    ...(basket
      ? {
          items: best.items.map((item) => ({
            serviceId: item.serviceId,
            staffId: item.staffId,
            startsAt: formatInstant(timeZone, item.startsAt),
            endsAt: formatInstant(timeZone, item.endsAt),
          })),
        }
      : {}),
  };
}

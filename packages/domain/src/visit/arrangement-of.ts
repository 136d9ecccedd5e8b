import type { SalonConfig } from '../salon/salon-config.ts';
import type { Interval } from '../time/interval.ts';
import type { Arrangement } from './arrangement.ts';
import type { FreeTime } from './free-time.ts';
import type { Shape } from './shape.ts';

/** A shape laid at a start at which it fits, with the stations of each needed kind that are free then. */
export function arrangementOf(
  config: SalonConfig,
  free: FreeTime,
  shape: Shape,
  startsAt: number,
  rank: number,
): Arrangement {
  const shift = <T extends Interval>(one: T): T => ({ ...one, start: startsAt + one.start, end: startsAt + one.end });
  return {
    startsAt,
    endsAt: startsAt + shape.end,
    priceCents: shape.priceCents,
    items: shape.items.map(({ variant, start, end }) => ({
      serviceId: variant.service.id,
      staffId: variant.staffId,
      startsAt: startsAt + start,
      endsAt: startsAt + end,
      priceCents: variant.priceCents,
    })),
    staffClaims: shape.staffClaims.map(shift),
    stationNeeds: shape.stationNeeds.map((need) => {
      const time = shift(need);
      return { ...time, stationIds: freeStations(config, free, time.kind, time) };
    }),
    rank,
  };
}

function freeStations(config: SalonConfig, free: FreeTime, kind: string, { start, end }: Interval): string[] {
  return config.stations
    .filter((station) => station.kind === kind)
    .filter((station) => free.ofStation(station.id).some((room) => room.start <= start && end <= room.end))
    .map((station) => station.id);
}

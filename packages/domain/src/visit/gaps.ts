import type { SalonConfig, Service, Staff } from '../salon/salon-config.ts';
import { type Interval, intersect, MINUTE } from '../time/interval.ts';
import type { TakenTime } from './arrangement.ts';
import { freeTime } from './free-time.ts';
import { phasesBy } from './variant.ts';

/** A visit of one staff member that could be asked to come earlier. */
export type LaterVisit = {
  readonly id: string;
  readonly staffId: string;
  /** From her first work to her last, clearing up included. */
  readonly busy: Interval;
  /** What is done, in order, and whether each begins when the one before ends. */
  readonly serviceIds: readonly string[];
  readonly oneByOne: boolean;
};

/** Free working time that something could be sold into. */
export type FreeGap = Interval & {
  readonly staffId: string;
  /** Services of hers that fit whole, the longest first. */
  readonly fits: readonly string[];
  /** Visits later that day that fit whole as they are, the soonest first. */
  readonly couldCome: readonly string[];
};

/** What somebody does takes so much time of hers, clearing up included, and a station of this kind. */
type Need = { readonly millis: number; readonly stationKinds: readonly string[] };

/**
 * The gaps of a date from an instant on: free working time of each staff member that is long enough for something she
 * sells, with what fits and who could come. Whatever fits does so whole, without using the time in which colour develops, and
 * has a station where it needs one.
 */
export function gapsOn(
  config: SalonConfig,
  date: string,
  since: number,
  taken: readonly TakenTime[],
  later: readonly LaterVisit[],
): FreeGap[] {
  const free = freeTime(config, taken, [date]);
  const stationFor = (gap: Interval, { millis, stationKinds }: Need) =>
    stationKinds.every((kind) =>
      config.stations.some(
        (station) =>
          station.kind === kind &&
          intersect([gap], free.ofStation(station.id)).some((room) => lengthOf(room) >= millis),
      ),
    );
  const fitsIn = (gap: Interval, need: Need) => need.millis <= lengthOf(gap) && stationFor(gap, need);
  const ahead = [...later].sort((a, b) => a.busy.start - b.busy.start);

  return config.staff.flatMap((staff) => {
    const sold = config.services
      .flatMap((service) => {
        const need = needOf(staff, service);
        return need === undefined ? [] : [{ id: service.id, need }];
      })
      .sort((a, b) => b.need.millis - a.need.millis);
    return free.ofStaff(staff.id).flatMap((room): FreeGap[] => {
      const gap = { start: Math.max(room.start, since), end: room.end };
      const fits = sold.filter(({ need }) => fitsIn(gap, need)).map(({ id }) => id);
      if (fits.length === 0) return [];
      const couldCome = ahead
        .filter(({ busy }) => busy.start >= gap.end)
        .filter((visit) => {
          const need = needOfVisit(config, staff, visit);
          return need !== undefined && fitsIn(gap, need);
        });
      return [{ ...gap, staffId: staff.id, fits, couldCome: couldCome.map(({ id }) => id) }];
    });
  });
}

const lengthOf = ({ start, end }: Interval) => end - start;

function needOf(staff: Staff, service: Service): Need | undefined {
  const offer = staff.offers.find(({ serviceId }) => serviceId === service.id);
  if (offer === undefined) return undefined;
  const minutes = phasesBy(service, offer).reduce((sum, phase) => sum + phase.minutes, service.bufferMinutes);
  if (minutes === 0) return undefined;
  return { millis: minutes * MINUTE, stationKinds: service.stationKind === null ? [] : [service.stationKind] };
}

/** What a visit takes of somebody's time: of whoever does it anyway just what it does now, of others what it would be. */
function needOfVisit(config: SalonConfig, staff: Staff, visit: LaterVisit): Need | undefined {
  const services = visit.serviceIds.map((id) => config.services.find((service) => service.id === id));
  const stationKinds = [...new Set(services.flatMap((service) => service?.stationKind ?? []))];
  if (staff.id === visit.staffId) return { millis: lengthOf(visit.busy), stationKinds };
  if (!visit.oneByOne) return undefined;
  let millis = 0;
  let buffer = 0;
  for (const service of services) {
    const need = service && needOf(staff, service);
    if (service === undefined || need === undefined) return undefined;
    buffer = service.bufferMinutes * MINUTE;
    millis += need.millis - buffer;
  }
  return { millis: millis + buffer, stationKinds };
}

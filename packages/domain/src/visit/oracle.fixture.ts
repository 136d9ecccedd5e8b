import type { SalonConfig, Service } from '../salon/salon-config.ts';
import { Temporal } from '../time/temporal.ts';
import type { TakenTime, VisitRequest } from './arrangement.ts';

/**
 * The slot rules once more, written to be obviously right and nothing else: every minute of the window is looked up on the
 * wall clock, every offset of every item is tried, every minute of a visit is checked on its own. It shares nothing with
 * the engine but the types. Times are whole minutes after the epoch.
 */
export type OracleWay = {
  readonly staff: readonly string[];
  readonly starts: readonly number[];
  readonly end: number;
  readonly price: number;
};
export type OracleQuestion = {
  readonly config: SalonConfig;
  readonly request: VisitRequest;
  readonly taken: readonly TakenTime[];
  readonly from: string;
  readonly days: number;
  /** Epoch milliseconds. */
  readonly now: number;
};

const MINUTE = 60_000;

/** Every bookable start of the window with every way of serving it, best first. */
export function oracle(question: OracleQuestion): Map<number, OracleWay[]> {
  const { config, from, days, now } = question;
  const wall = wallClock(config.timeZone, from, days);
  const last = Temporal.PlainDate.from(from)
    .add({ days: days - 1 })
    .toString();
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(config.timeZone).toPlainDate();
  const horizon = today.add({ days: config.policy.horizonDays }).toString();
  const ways = waysOf(question);
  const answer = new Map<number, OracleWay[]>();
  for (const [minute, { date, clock }] of wall) {
    const inList = from <= date && date <= last && date <= horizon;
    const lead = minute * MINUTE >= now + config.policy.leadMinutes * MINUTE;
    if (!inList || !lead || clock % config.policy.stepMinutes !== 0) continue;
    const fitting = ways.filter((way) => fits(question, wall, way, minute));
    if (fitting.length > 0) answer.set(minute, order(question, fitting, date, wall));
  }
  return answer;
}

type WallMinute = { readonly date: string; readonly clock: number; readonly weekday: number };
type Wall = ReadonlyMap<number, WallMinute>;

/** What the wall shows at an instant (epoch milliseconds). */
export function wallMinute(timeZone: string, instant: number): WallMinute {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  const { hour, minute, dayOfWeek } = zoned;
  return { date: zoned.toPlainDate().toString(), clock: hour * 60 + minute, weekday: dayOfWeek };
}

const walls = new Map<string, Wall>();

/** What the wall shows at every minute from the day before the window to two days after it; slow, so kept. */
function wallClock(timeZone: string, from: string, days: number): Wall {
  const key = `${timeZone} ${from} ${days}`;
  const known = walls.get(key);
  if (known !== undefined) return known;
  const wall = new Map<number, WallMinute>();
  const first = Temporal.PlainDate.from(from).toZonedDateTime('UTC').epochMilliseconds / MINUTE - 2_000;
  for (let minute = first; minute < first + 4_000 + (days + 1) * 1_440; minute++) {
    wall.set(minute, wallMinute(timeZone, minute * MINUTE));
  }
  walls.set(key, wall);
  return wall;
}

type Way = OracleWay & {
  readonly services: readonly Service[];
  readonly lengths: readonly (readonly number[])[];
  readonly changes: number;
  readonly waited: number;
};

/** Every choice of staff and of offsets the rules allow, starting at minute 0. */
function waysOf({ config, request }: OracleQuestion): Way[] {
  let partial: { staff: string[]; starts: number[]; services: Service[]; lengths: number[][]; waited: number }[] = [
    { staff: [], starts: [], services: [], lengths: [], waited: 0 },
  ];
  for (const item of request.items) {
    const service = config.services.find((one) => one.id === item.serviceId && one.bookable);
    if (service === undefined) return [];
    partial = partial.flatMap((before) =>
      config.staff.flatMap((staff) => {
        const offer = staff.offers.find((one) => one.serviceId === service.id);
        if (offer === undefined || (item.staffId !== undefined && item.staffId !== staff.id)) return [];
        const lengths = service.phases.map((phase, index) =>
          phase.kind === 'processing' ? phase.minutes : (offer.phaseMinutes[index] ?? phase.minutes),
        );
        return [...placesFor(config, before, service, total(lengths))].map(([start, waited]) => ({
          staff: [...before.staff, staff.id],
          starts: [...before.starts, start],
          services: [...before.services, service],
          lengths: [...before.lengths, lengths],
          waited: before.waited + waited,
        }));
      }),
    );
  }
  return partial.map((way) => ({
    ...way,
    end: Math.max(...way.starts.map((start, index) => start + total(way.lengths[index] ?? []))),
    price: way.staff.reduce((sum, staffId, index) => sum + priceOf(config, staffId, way.services[index] as Service), 0),
    changes: way.staff.slice(1).filter((staffId, index) => staffId !== way.staff[index]).length,
  }));
}

type Partial = { starts: readonly number[]; services: readonly Service[]; lengths: readonly (readonly number[])[] };

/** Allowed starts of the next item and how long the customer sits idle before each; a start both ways waits less. */
function placesFor(config: SalonConfig, before: Partial, service: Service, length: number): Map<number, number> {
  const places = new Map<number, number>();
  if (before.starts.length === 0) return places.set(0, 0);
  const { stepMinutes, maxWaitMinutes } = config.policy;
  const span = (index: number) => {
    const start = before.starts[index] ?? 0;
    return { start, end: start + total(before.lengths[index] ?? []) };
  };
  const processing = (index: number) => {
    let at = before.starts[index] ?? 0;
    return (before.services[index]?.phases ?? []).flatMap((phase, phaseIndex) => {
      const start = at;
      at += before.lengths[index]?.[phaseIndex] ?? 0;
      return phase.kind === 'processing' ? [{ start, end: at }] : [];
    });
  };
  /** The processing phase of an earlier item in which this one lies. */
  const around = (index: number) => {
    for (let host = index - 1; host >= 0; host--) {
      const phase = processing(host).find((one) => one.start <= span(index).start && span(index).end <= one.end);
      if (phase !== undefined) return { host, end: phase.end };
    }
    return null;
  };
  const previous = before.starts.length - 1;
  for (let start = 0; start < 2_000; start++) {
    const onGrid = start % stepMinutes === 0;
    for (let index: number | undefined = previous; index !== undefined; ) {
      const waited = start - span(index).end;
      const outer = around(index);
      const allowed = waited === 0 || (waited > 0 && waited <= maxWaitMinutes && onGrid);
      const apart = outer === null || (service.duringProcessing && start + length <= outer.end);
      if (allowed && apart) places.set(start, waited);
      index = outer?.host;
    }
    for (const phase of processing(previous)) {
      const inside = service.duringProcessing && phase.start <= start && start + length <= phase.end;
      if (inside && (start === phase.start || onGrid)) places.set(start, 0);
    }
  }
  return places;
}

function fits({ config, taken }: OracleQuestion, wall: Wall, way: Way, at: number): boolean {
  const busy = new Set<string>();
  let visitEnd = at + way.end;
  for (const [index, staffId] of way.staff.entries()) {
    const minutes: number[] = [];
    let minute = at + (way.starts[index] ?? 0);
    for (const [phaseIndex, phase] of (way.services[index]?.phases ?? []).entries()) {
      for (let n = way.lengths[index]?.[phaseIndex] ?? 0; n > 0; n--, minute++) {
        if (phase.kind !== 'processing') minutes.push(minute);
      }
    }
    for (let n = bufferAfter(way, index); n > 0; n--, minute++) minutes.push(minute);
    visitEnd = Math.max(visitEnd, minute);
    for (const one of minutes) {
      if (busy.has(`${staffId} ${one}`) || !works(config, staffId, wall.get(one)) || isTaken(taken, staffId, one))
        return false;
      busy.add(`${staffId} ${one}`);
    }
  }
  const kinds = new Set(way.services.map((service) => service.stationKind).filter((kind) => kind !== null));
  return [...kinds].every((kind) => {
    const first = Math.min(...way.starts.filter((_, index) => way.services[index]?.stationKind === kind));
    return config.stations.some((station) => {
      if (station.kind !== kind) return false;
      for (let minute = at + first; minute < visitEnd; minute++) if (isTaken(taken, station.id, minute)) return false;
      return true;
    });
  });
}

/** Her buffer, if nothing of hers in this visit ends later (or equally late with a longer buffer). */
function bufferAfter(way: Way, index: number): number {
  const end = (one: number) => (way.starts[one] ?? 0) + total(way.lengths[one] ?? []);
  const buffer = (one: number) => way.services[one]?.bufferMinutes ?? 0;
  const later = way.staff.some((staffId, other) => {
    if (staffId !== way.staff[index] || other === index) return false;
    if (end(other) !== end(index)) return end(other) > end(index);
    return buffer(other) > buffer(index) || (buffer(other) === buffer(index) && other < index);
  });
  return later ? 0 : buffer(index);
}

/** Whether a staff member works when the wall shows this. */
export function works(config: SalonConfig, staffId: string, now: WallMinute | undefined): boolean {
  const staff = config.staff.find((one) => one.id === staffId);
  if (now === undefined || staff === undefined) throw new Error('The window is too small');
  const { date, clock, weekday } = now;
  const during = (range: { startMinute: number; endMinute: number }) =>
    range.startMinute <= clock && clock < range.endMinute;
  if (staff.activeFrom !== null && date < staff.activeFrom) return false;
  if (staff.activeUntil !== null && date > staff.activeUntil) return false;
  for (const closure of config.closures) {
    const today = closure.firstDate <= date && date <= closure.lastDate;
    if (today && (closure.range === null || during(closure.range))) return false;
  }
  const exceptions = staff.exceptions.filter((one) => one.date === date);
  if (exceptions.length > 0) return exceptions.some((one) => one.ranges.some(during));
  return staff.weekly.some((plan) => {
    if (plan.validFrom !== null && date < plan.validFrom) return false;
    if (plan.validUntil !== null && date > plan.validUntil) return false;
    return plan.weekday === weekday && during(plan);
  });
}

function isTaken(taken: readonly TakenTime[], claimantId: string, minute: number): boolean {
  return taken.some(
    (one) => one.claimantId === claimantId && one.start <= minute * MINUTE && minute * MINUTE < one.end,
  );
}

function order({ config, taken }: OracleQuestion, ways: readonly Way[], date: string, wall: Wall): Way[] {
  const load = (staffId: string) =>
    total(
      taken
        .filter((one) => one.visit && one.claimantId === staffId && wall.get(one.start / MINUTE)?.date === date)
        .map((one) => one.end - one.start),
    );
  const place = (staffId: string) => config.staff.findIndex((staff) => staff.id === staffId);
  const key = (way: Way) => [
    way.price,
    way.end,
    way.changes,
    way.waited,
    total(way.staff.map(load)),
    ...way.staff.map(place),
    ...way.starts,
  ];
  return [...ways].sort((a, b) => {
    const other = key(b);
    return (
      key(a)
        .map((value, index) => value - (other[index] ?? 0))
        .find((difference) => difference !== 0) ?? 0
    );
  });
}

function priceOf(config: SalonConfig, staffId: string, service: Service): number {
  const staff = config.staff.find((one) => one.id === staffId);
  return staff?.offers.find((offer) => offer.serviceId === service.id)?.priceCents ?? service.priceCents;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

import type { DeskVisit, ItemWish } from '@salon/contracts/desk/visit';
import { MINUTE } from '@salon/domain/time/interval';
import { formatInstant } from '@salon/domain/time/wall-clock';

type Item = DeskVisit['items'][number];

/** How a visit is to lie: moved as a whole, with another staff member or chair in the place of one, or longer. */
export type Shift = {
  readonly byMs: number;
  /** Whose part goes to whom; both the same where it stays. */
  readonly from: string;
  readonly to: { readonly id: string; readonly name: string };
  /** Minutes by which the last work of `from` grows (or, negative, shrinks). */
  readonly longer: number;
};

/**
 * The visit as it will lie. It stays one visit: what others do for it moves along in time. Where the work of one grows,
 * what comes after it in the visit waits.
 */
export function movedVisit(visit: DeskVisit, { byMs, from, to, longer }: Shift, timeZone: string): DeskVisit {
  const shift = (instant: string, ms: number) => formatInstant(timeZone, Date.parse(instant) + ms);
  const last = visit.items.filter((item) => item.staffId === from).at(-1);
  const growMs = longer * MINUTE;
  const items = visit.items.map((item): Item => {
    const behind = last !== undefined && item !== last && Date.parse(item.startsAt) >= Date.parse(last.endsAt);
    const ms = byMs + (behind ? growMs : 0);
    const grown = item === last ? growMs : 0;
    return {
      ...item,
      ...(item.staffId === from ? { staffId: to.id, staff: to.name } : {}),
      startsAt: shift(item.startsAt, ms),
      endsAt: shift(item.endsAt, ms + grown),
      phases: item.phases.map((phase, index) => {
        const isLast = index === item.phases.length - 1;
        return {
          ...phase,
          startsAt: shift(phase.startsAt, ms),
          endsAt: shift(phase.endsAt, ms + (isLast ? grown : 0)),
        };
      }),
    };
  });
  return {
    ...visit,
    ...{ items, startsAt: shift(visit.startsAt, byMs), endsAt: shift(visit.endsAt, byMs + growMs) },
    stations: visit.stations.map((one) => ({
      stationId: one.stationId === from ? to.id : one.stationId,
      startsAt: shift(one.startsAt, byMs),
      endsAt: shift(one.endsAt, byMs + growMs),
    })),
  };
}

/** Whoever is still to come, or is there. */
export const isExpected = ({ status }: DeskVisit): boolean =>
  status === 'requested' || status === 'confirmed' || status === 'arrived';

/** Whoever has gone or never came is moved no more. */
export const isOver = ({ status }: DeskVisit): boolean => status === 'done' || status === 'no_show';

/** How much shorter (negative minutes) the last work of a staff member could become, one step left of it. */
export function shortestBy(visit: DeskVisit, staffId: string, step: number): number {
  const phase = visit.items
    .filter((item) => item.staffId === staffId)
    .at(-1)
    ?.phases.at(-1);
  if (phase === undefined) return 0;
  return Math.min(0, step - (Date.parse(phase.endsAt) - Date.parse(phase.startsAt)) / MINUTE);
}

/** How long a phase takes. What clearing up takes behind a service lies in none. */
export const minutesOf = ({ startsAt, endsAt }: Item['phases'][number]): number =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE;

/** The chairs and rooms to be named: those it does not have. What it has, it keeps by itself while that is free. */
export function stationsWished(before: DeskVisit, { stations }: Pick<DeskVisit, 'stations'>): { stations?: string[] } {
  const has = new Set(before.stations.map(({ stationId }) => stationId));
  const others = stations.map(({ stationId }) => stationId).filter((id) => !has.has(id));
  return others.length === 0 ? {} : { stations: others };
}

/** What is asked of the API for a visit to lie as it is drawn, minute by minute. */
export function wishesOf(visit: DeskVisit): ItemWish[] {
  return visit.items.map(({ serviceId, staffId, startsAt, phases, priceCents }) => ({
    ...{ serviceId, staffId, startsAt },
    minutes: phases.map(minutesOf),
    ...(priceCents === undefined ? {} : { priceCents }),
  }));
}

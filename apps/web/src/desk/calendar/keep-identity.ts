import type { CalendarAnswer } from '@salon/contracts/desk/calendar';

/**
 * A newer answer, in which all that has not changed is the very object it was. Columns are drawn anew only where one of
 * their objects differs, so a visit that comes in costs one column and not twenty. (By id: TanStack Query compares lists
 * place by place, and one more at the top would make all of them new.)
 */
export function keepIdentity(old: CalendarAnswer | undefined, next: CalendarAnswer): CalendarAnswer {
  if (old === undefined) return next;
  return {
    ...next,
    staff: keepList(old.staff, next.staff, ({ id }) => id),
    stations: keepList(old.stations, next.stations, ({ id }) => id),
    openings: keepList(old.openings, next.openings, ({ date, staffId }) => `${date} ${staffId}`),
    closures: keepList(old.closures, next.closures, ({ startsAt, name }) => `${startsAt} ${name}`),
    timeOff: keepList(old.timeOff, next.timeOff, ({ id }) => id),
    visits: keepList(old.visits, next.visits, ({ id }) => id),
  };
}

function keepList<T>(old: readonly T[], next: readonly T[], keyOf: (one: T) => string): T[] {
  const known = new Map(old.map((one) => [keyOf(one), one]));
  const kept = next.map((one) => {
    const before = known.get(keyOf(one));
    if (before === undefined || before === one) return one;
    // Both come from JSON of the same API, so equal ones are written alike.
    return JSON.stringify(before) === JSON.stringify(one) ? before : one;
  });
  const isSame = kept.length === old.length && kept.every((one, index) => one === old[index]);
  return isSame ? (old as T[]) : kept;
}

import type { CalendarAnswer, DeskTimeOff } from '@salon/contracts/desk/calendar';
import type { DeskVisit, VisitAnswer } from '@salon/contracts/desk/visit';
import type { QueryClient } from '@tanstack/react-query';
import { calendarKey } from '../calendar/calendar.queries.ts';
import { withAnswered } from './drawn-ahead.ts';
import { visitQuery } from './visit.queries.ts';

/** What a change of the day book makes out of date. */
const TOUCHED = ['calendar', 'month', 'gaps', 'ill', 'visit', 'feed', 'customers', 'outside-openings'] as const;

/** Puts what the API answered into what is shown, and has the rest looked at again. */
export function putAnswered(client: QueryClient, salonId: string, visits: readonly DeskVisit[]): void {
  client.setQueriesData<CalendarAnswer>(
    { queryKey: calendarKey(salonId) },
    (answer) => answer && withAnswered(answer, visits),
  );
  // An open panel shows what it has read: left as it is, a visit would fall back to how it was until it is read anew.
  for (const visit of visits) {
    client.setQueryData(visitQuery(salonId, visit.id).queryKey, (read) => read && { ...read, ...newer(read, visit) });
  }
  lookAgain(client, salonId);
}

/** What an answer says that is not older than what was read; why a visit was cancelled holds for the version it was read with. */
const newer = (read: VisitAnswer, visit: DeskVisit) =>
  visit.version > read.visit.version ? { visit, cancelReason: null } : {};

/** Has everything looked at again that a change of the day book may have touched. */
export function lookAgain(client: QueryClient, salonId: string): void {
  for (const part of TOUCHED) void client.invalidateQueries({ queryKey: ['desk', salonId, part] });
}

/** Every calendar that is at hand, of whatever days. */
export function calendarsShown(client: QueryClient, salonId: string): CalendarAnswer[] {
  return client
    .getQueriesData<CalendarAnswer>({ queryKey: calendarKey(salonId) })
    .flatMap(([, answer]) => answer ?? []);
}

/** A visit as it is shown somewhere, if it is. */
export function shownVisit(client: QueryClient, salonId: string, visitId: string): DeskVisit | undefined {
  return calendarsShown(client, salonId)
    .flatMap(({ visits }) => visits)
    .find(({ id }) => id === visitId);
}

/** Time off as it is shown somewhere, if it is. */
export function shownTimeOff(client: QueryClient, salonId: string, id: string): DeskTimeOff | undefined {
  return calendarsShown(client, salonId)
    .flatMap(({ timeOff }) => timeOff)
    .find((one) => one.id === id);
}

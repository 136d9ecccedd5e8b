import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import type { DeskVisit } from '@salon/contracts/desk/visit';
import type { Interval } from '@salon/domain/time/interval';
import type { Column, Off } from './columns.ts';
import type { Status } from './view-state.ts';

/** A line of the list of a day. Free time and time off are told for one person only: of twenty they would bury the visits. */
export type AgendaRow = Interval &
  (
    | { readonly kind: 'visit'; readonly visit: DeskVisit; readonly isFaint: boolean }
    | { readonly kind: 'free'; readonly staffId: string }
    | { readonly kind: 'off'; readonly off: Off }
  );

/** The day of these columns as a list, in the order of time; a visit that lies in several of them once. */
export function agendaRows(columns: readonly Column[], statuses: readonly Status[]): AgendaRow[] {
  const visits = new Map<string, AgendaRow>();
  for (const { visit } of columns.flatMap(({ pieces }) => pieces)) {
    const isFaint = statuses.length > 0 && !statuses.some((status) => status === visit.status);
    const span = { start: Date.parse(visit.startsAt), end: Date.parse(visit.endsAt) };
    visits.set(visit.id, { kind: 'visit', visit, isFaint, ...span });
  }
  const [only] = columns.length === 1 ? columns : [];
  const rest: AgendaRow[] =
    only === undefined
      ? []
      : [
          ...only.free.map((gap): AgendaRow => ({ kind: 'free', staffId: only.whose.id, ...gap })),
          ...only.off.map((off): AgendaRow => ({ kind: 'off', off, start: off.start, end: off.end })),
        ];
  return [...visits.values(), ...rest].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Why nothing is in a day, if nothing is. */
export type Emptiness =
  | { readonly why: 'closed'; readonly name: string }
  | { readonly why: 'nobody' | 'none_shown' | 'no_visits' };

export function emptinessOf(answer: CalendarAnswer, columns: readonly Column[]): Emptiness | undefined {
  if (columns.some(({ pieces, off }) => pieces.length > 0 || off.length > 0)) return undefined;
  const people = columns.filter(({ whose }) => whose.kind === 'staff');
  if (people.some(({ closed, axis }) => closed.every(({ start, end }) => start > axis.start || end < axis.end))) {
    return { why: 'no_visits' };
  }
  const closure = people.flatMap(({ closures }) => closures)[0];
  if (closure !== undefined) return { why: 'closed', name: closure.name };
  return { why: answer.openings.some(({ spans }) => spans.length > 0) ? 'none_shown' : 'nobody' };
}

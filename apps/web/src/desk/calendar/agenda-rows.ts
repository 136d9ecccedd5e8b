import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import type { DeskVisit } from '@salon/contracts/desk/visit';
import type { Interval } from '@salon/domain/time/interval';
import type { Column, Off } from './columns.ts';
import type { Status } from './view-state.ts';

/** A line of the list of a day. Free time and time off are told for one person only: of twenty they would bury the visits. */
export type AgendaRow = Interval & { readonly key: string } & (
    | { readonly kind: 'visit'; readonly visit: DeskVisit; readonly isFaint: boolean; readonly isOutside: boolean }
    | { readonly kind: 'free'; readonly staffId: string }
    | { readonly kind: 'off'; readonly off: Off }
  );

/** The day of these columns as a list, in the order of time; a visit that lies in several of them once. */
export function agendaRows(columns: readonly Column[], statuses: readonly Status[]): AgendaRow[] {
  const visits = new Map<string, AgendaRow>();
  const outside = new Set(
    columns.flatMap(({ pieces, outside }) => pieces.filter(({ key }) => outside.has(key)).map(({ visit }) => visit.id)),
  );
  for (const { visit } of columns.flatMap(({ pieces }) => pieces)) {
    const isFaint = statuses.length > 0 && !statuses.some((status) => status === visit.status);
    const span = { start: Date.parse(visit.startsAt), end: Date.parse(visit.endsAt) };
    visits.set(visit.id, { key: visit.id, kind: 'visit', visit, isFaint, isOutside: outside.has(visit.id), ...span });
  }
  const [only] = columns.length === 1 ? columns : [];
  const rest: AgendaRow[] =
    only === undefined
      ? []
      : [
          ...only.free.map(
            (gap): AgendaRow => ({ key: `free ${gap.start}`, kind: 'free', staffId: only.whose.id, ...gap }),
          ),
          ...only.off.map(
            (off): AgendaRow => ({ key: off.timeOff.id, kind: 'off', off, start: off.start, end: off.end }),
          ),
        ];
  return [...visits.values(), ...rest].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Why nothing is in a day, if nothing is. */
export type Emptiness =
  | { readonly why: 'closed'; readonly name: string }
  | { readonly why: 'nobody' | 'none_shown' | 'no_visits' };

export function emptinessOf(answer: CalendarAnswer, columns: readonly Column[]): Emptiness | undefined {
  if (columns.some(({ pieces }) => pieces.length > 0)) return undefined;
  const isAnyOff = columns.some(({ off }) => off.length > 0);
  const people = columns.filter(({ whose }) => whose.kind === 'staff');
  if (people.some(({ closed, axis }) => closed.every(({ start, end }) => start > axis.start || end < axis.end))) {
    return isAnyOff ? undefined : { why: 'no_visits' };
  }
  // That somebody would have been away anyhow does not tell the others why nobody comes.
  const closure = people.flatMap(({ closures }) => closures)[0];
  if (closure !== undefined) return { why: 'closed', name: closure.name };
  if (isAnyOff) return undefined;
  return { why: answer.openings.some(({ spans }) => spans.length > 0) ? 'none_shown' : 'nobody' };
}

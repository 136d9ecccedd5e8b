import { useMemo } from 'react';
import { classes } from '../../ui/classes.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { AgendaWords } from './AgendaWords.tsx';
import { type AgendaRow, agendaRows, emptinessOf } from './agenda-rows.ts';
import { blockWords } from './block-words.ts';
import type { CalendarView } from './calendar-view.ts';
import { EmptyDay } from './EmptyDay.tsx';
import { shownHours } from './shown-hours.ts';
import { useColumns } from './use-columns.ts';
import { useNow } from './use-now.ts';

/** A day as a list, for one hand: who comes next. */
export function Agenda(props: CalendarView & { readonly today: string }) {
  const { t, f } = useDeskSpeech();
  const { answer, state, date, intents } = props;
  const now = useNow(5);
  const words = useMemo(() => blockWords(t, f, answer.timezone), [t, f, answer.timezone]);
  const hours = useMemo(() => shownHours(answer, true), [answer]);
  const chosen = state.staff.join(',');
  const wanted = useMemo(
    () =>
      answer.staff
        .filter(({ id }) => chosen === '' || chosen.split(',').includes(id))
        .map(({ id, name }) => ({ whose: { kind: 'staff' as const, id, name }, date })),
    [answer.staff, chosen, date],
  );
  const columns = useColumns(answer, wanted, hours, { now, leastMinutes: props.leastMinutes });
  const rows = agendaRows(columns, state.statuses);
  const empty = emptinessOf(answer, columns);
  const firstAhead = date === props.today ? rows.find(({ end }) => end > now) : undefined;
  const press = (row: AgendaRow) => {
    if (row.kind === 'visit') intents.onOpen(row.visit.id);
    else if (row.kind === 'off') intents.onOpenTimeOff(row.off.timeOff.id);
    else intents.onCreate({ staffId: row.staffId, start: row.start, end: row.end });
  };
  return (
    // Positioned, so that what only ears get scrolls in here with the rest and does not lengthen the page.
    <div className="relative min-h-0 flex-1 overflow-y-auto px-3 pb-6 tablet:px-6">
      {empty ? <EmptyDay empty={empty} /> : null}
      <ol aria-label={t.calendar.agenda.label({ day: f.fullDay(date) })} className="mx-auto max-w-2xl">
        {rows.map((row) => (
          <li key={row.key}>
            {row === firstAhead ? (
              <p className="numbers flex items-center gap-2 py-1 font-semibold text-small text-wrong">
                <span className="h-px flex-1 bg-current" />
                {t.calendar.agenda.now} {words.clock(now)}
                <span className="h-px flex-1 bg-current" />
              </p>
            ) : null}
            <button
              type="button"
              onClick={() => press(row)}
              {...(row.kind === 'visit' && row.visit.id === state.visit ? { 'aria-current': 'true' as const } : {})}
              className={classes(
                'grid min-h-14 w-full cursor-pointer grid-cols-[3.25rem_minmax(0,1fr)] gap-3 rounded-card px-2 py-2 text-left hover:bg-sunken aria-[current]:bg-tint',
                row.kind === 'free' && 'text-good',
                row.end <= now && 'text-soft',
                row.kind === 'visit' && row.isFaint && 'opacity-40',
              )}
            >
              <span className="numbers text-right">
                <span className="block font-semibold">{words.clock(row.start)}</span>
                <span className="block text-small text-soft">{words.clock(row.end)}</span>
              </span>
              <AgendaWords
                row={row}
                words={words}
                staff={answer.staff}
                only={columns.length === 1 ? columns[0]?.whose.id : undefined}
              />
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

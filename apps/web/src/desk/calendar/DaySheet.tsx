import { MINUTE } from '@salon/domain/time/interval';
import { useMemo } from 'react';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { agendaRows } from './agenda-rows.ts';
import { axisOf } from './axis.ts';
import { blockWords } from './block-words.ts';
import type { CalendarView } from './calendar-view.ts';
import { type Column, columnOf, ingredientsOf } from './columns.ts';
import { pieceOf } from './piece.ts';
import { useNow } from './use-now.ts';

const WHOLE_DAY = { from: 0, to: 1440 };

/** The day on paper: each person's visits as a list, with room to write. Seen by the printer only. */
export function DaySheet({ answer, state, date, leastMinutes }: Omit<CalendarView, 'change' | 'intents'>) {
  const { t, f } = useDeskSpeech();
  const now = useNow(1);
  const { timezone, staff } = answer;
  const words = useMemo(() => blockWords(t, f, timezone), [t, f, timezone]);
  const axis = useMemo(() => axisOf(timezone, date, WHOLE_DAY), [timezone, date]);
  const columns = staff
    .filter(({ id }) => state.staff.length === 0 || state.staff.includes(id))
    .map(({ id, name }): Column => {
      // On paper free time is what nothing stands in; what was free this morning is as good as what is now.
      const ingredients = ingredientsOf(answer, { kind: 'staff', id, name }, axis, { now: 0, leastMinutes });
      return columnOf(ingredients);
    })
    .filter(
      ({ closed, pieces }) =>
        pieces.length > 0 || closed.every(({ start, end }) => end - start < axis.minutes * MINUTE),
    );
  return (
    <div className="calendar-sheet hidden print:block">
      <header className="flex items-baseline justify-between gap-4 border-line border-b pb-1">
        <p className="font-semibold text-title">{t.calendar.sheet.title({ day: f.day(date) })}</p>
        <p className="text-small">{t.calendar.sheet.printed({ at: f.time(words.clock(now)) })}</p>
      </header>
      {columns.map((column) => (
        <section key={column.key} className="pt-4">
          <table className="w-full border-collapse text-small">
            {/* A head stands above each page that the table goes on to. */}
            <thead>
              <tr>
                <th colSpan={3} className="pb-1 text-left font-semibold text-body">
                  {column.whose.name}
                </th>
              </tr>
            </thead>
            <tbody>
              {agendaRows([column], []).map((row) => {
                const piece = row.kind === 'visit' ? pieceOf(row.visit, column.whose.id) : undefined;
                const { from, to } = words.span(piece ?? row);
                return (
                  <tr key={row.key} className="break-inside-avoid border-line border-b align-baseline">
                    <td className="numbers w-28 py-1 pr-3 whitespace-nowrap">{`${from}–${to}`}</td>
                    {row.kind === 'visit' ? (
                      <>
                        <td className="w-56 py-1 pr-3">
                          <b className="font-semibold">{words.name(row.visit)}</b>
                          {row.visit.phone ? <span className="numbers block">{row.visit.phone}</span> : null}
                        </td>
                        <td className="py-1">
                          {f.all(piece?.services ?? [])}
                          <Others names={otherNames(row.visit.items, column.whose.id)} />
                          {words.marks(row.visit, row.isOutside).map((mark) => ` · ${mark}`)}
                          {row.visit.note ? <span className="block">{row.visit.note}</span> : null}
                        </td>
                      </>
                    ) : (
                      <td colSpan={2} className="py-1">
                        {row.kind === 'free' ? words.freeShort(row) : words.offReason(row.off)}
                      </td>
                    )}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </section>
      ))}
      {columns.length === 0 ? <p className="pt-4">{t.calendar.sheet.none}</p> : null}
    </div>
  );
}

function Others({ names }: { readonly names: readonly string[] }) {
  const { t, f } = useDeskSpeech();
  return names.length === 0 ? null : ` (${t.calendar.with({ names: f.all(names) })})`;
}

const otherNames = (items: readonly { staffId: string; staff: string }[], own: string) => [
  ...new Set(items.filter(({ staffId }) => staffId !== own).map(({ staff }) => staff)),
];

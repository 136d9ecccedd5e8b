import { useMemo, useState } from 'react';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { emptinessOf } from './agenda-rows.ts';
import { blockWords } from './block-words.ts';
import type { CalendarView } from './calendar-view.ts';
import type { Column } from './columns.ts';
import { EmptyDay } from './EmptyDay.tsx';
import { Grid } from './Grid.tsx';
import type { Heads } from './GridHead.tsx';
import { type Moving, movingVisit } from './keyboard-move.ts';
import { shownHours } from './shown-hours.ts';
import { useColumns, type Wanted } from './use-columns.ts';
import { useNow } from './use-now.ts';
import { WordsContext } from './words-context.ts';

/** Columns of an answer, drawn; while a visit is being moved by keyboard it is drawn where it would lie. */
export function Days(
  props: CalendarView & {
    readonly wanted: readonly Wanted[];
    readonly heads: Heads;
    readonly tintOf: (column: Column) => string;
  },
) {
  const { t, f } = useDeskSpeech();
  const { answer, state, wanted } = props;
  const { timezone } = answer;
  const [moving, setMoving] = useState<Moving>();
  const now = useNow(5);
  const hours = useMemo(() => shownHours(answer, state.allHours), [answer, state.allHours]);
  const words = useMemo(() => blockWords(t, f, timezone), [t, f, timezone]);
  const other = { now, leastMinutes: props.leastMinutes };
  const settled = useColumns(answer, wanted, hours, other);
  const shown = useMemo(() => {
    if (moving === undefined) return answer;
    const moved = movingVisit(settled, moving, timezone);
    return { ...answer, visits: answer.visits.map((visit) => (visit.id === moved.id ? moved : visit)) };
  }, [answer, moving, settled, timezone]);
  const columns = useColumns(shown, wanted, hours, other);
  const empty = wanted.every(({ date }) => date === props.date) ? emptinessOf(answer, columns) : undefined;
  return (
    <WordsContext value={words}>
      {empty ? <EmptyDay empty={empty} /> : null}
      <Grid
        columns={columns}
        heads={props.heads}
        tintOf={props.tintOf}
        zoom={state.zoom}
        now={now}
        selected={state.visit}
        statuses={state.statuses}
        moving={moving}
        setMoving={setMoving}
        intents={props.intents}
      />
      {moving === undefined ? null : (
        <p className="border-line border-t bg-tint px-4 py-2 text-center text-small">{t.calendar.movingHint}</p>
      )}
    </WordsContext>
  );
}

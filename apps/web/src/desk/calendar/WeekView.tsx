import { useCallback, useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import { addDays } from '../../lib/dates.ts';
import { classes } from '../../ui/classes.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import type { CalendarView } from './calendar-view.ts';
import type { Column } from './columns.ts';
import { Days } from './Days.tsx';
import { staffTint } from './staff-tint.ts';

/** The week of one person, a column for each day. */
export function WeekView(
  props: CalendarView & { readonly staffId: string; readonly place: number; readonly today: string },
) {
  const { t, f } = useDeskSpeech();
  const { answer, change, staffId, place, today } = props;
  const { from, days } = answer;
  const person = answer.staff.find(({ id }) => id === staffId);
  const name = person?.name ?? '';
  const colour = person?.colour ?? null;
  const wanted = useMemo(
    () =>
      Array.from({ length: days }, (_, day) => ({
        whose: { kind: 'staff' as const, id: staffId, name },
        date: addDays(from, day),
      })),
    [from, days, staffId, name],
  );
  const tintOf = useCallback(() => staffTint(colour, place), [colour, place]);
  const heads = useMemo(
    () => ({
      labelOf: ({ date, pieces }: Column) =>
        t.calendar.dayColumnLabel({ day: f.dayOfYear(date), name, n: pieces.length }),
      render: ({ date }: Column) => (
        <Button
          excludeFromTabOrder
          onPress={() => change({ view: 'day', date, staff: [] })}
          className={classes(
            'numbers flex min-w-0 cursor-pointer items-baseline gap-1.5 rounded-card text-left',
            date === today && 'text-accent-ink',
          )}
        >
          <span className="text-small">{f.weekday(date)}</span>
          <span className={classes('font-semibold', date === today && 'underline underline-offset-4')}>
            {f.dayOfMonth(date)}
          </span>
          <span className="sr-only">{f.month(date)}</span>
        </Button>
      ),
    }),
    [t, f, name, change, today],
  );
  return <Days {...props} wanted={wanted} heads={heads} tintOf={tintOf} />;
}

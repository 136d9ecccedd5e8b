import { useCallback, useMemo } from 'react';
import { Button } from 'react-aria-components/Button';
import { Portrait } from '../../ui/Portrait.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import type { CalendarView } from './calendar-view.ts';
import { type Column, isRetired, type Whose } from './columns.ts';
import { Days } from './Days.tsx';
import { STATION_COLOUR, staffTint } from './staff-tint.ts';

/** One day, a column for each of its people, and for its chairs and rooms where they are wanted. */
export function DayView(props: CalendarView) {
  const { t } = useDeskSpeech();
  const { answer, state, date, change } = props;
  const { staff, stations } = answer;
  const chosen = state.staff.join(',');
  const wanted = useMemo(() => {
    const only = chosen === '' ? [] : chosen.split(',');
    const people = staff.filter(({ id }) => only.length === 0 || only.includes(id));
    const whose: Whose[] = [
      ...people.map(({ id, name }): Whose => ({ kind: 'staff', id, name })),
      ...(state.stations
        ? stations.map(
            ({ id, name, kind, retired = false }): Whose => ({ kind: 'station', id, name, stationKind: kind, retired }),
          )
        : []),
    ];
    return whose.map((one) => ({ whose: one, date }));
  }, [staff, stations, chosen, state.stations, date]);
  const tintOf = useCallback(
    ({ whose }: Column) => {
      const place = staff.findIndex(({ id }) => id === whose.id);
      return place < 0 ? STATION_COLOUR : staffTint(staff[place]?.colour ?? null, place);
    },
    [staff],
  );
  const heads = useMemo(
    () => ({
      labelOf: ({ whose, pieces }: Column) => {
        const name = isRetired(whose) ? t.calendar.retired({ name: whose.name }) : whose.name;
        return t.calendar.columnLabel({ name, n: pieces.length });
      },
      render: ({ whose }: Column) => {
        if (whose.kind === 'station') {
          return (
            <>
              <span className="truncate font-semibold text-small">{whose.name}</span>
              {whose.retired ? <span className="truncate text-label text-soft">{t.catalogue.inactive}</span> : null}
            </>
          );
        }
        const photoUrl = staff.find(({ id }) => id === whose.id)?.photoUrl ?? null;
        return (
          <Button
            excludeFromTabOrder
            aria-label={t.calendar.wholeWeek({ name: whose.name })}
            onPress={() => change({ view: 'week', staff: [whose.id] })}
            className="flex min-w-0 cursor-pointer items-center gap-2 rounded-card text-left"
          >
            <Portrait name={whose.name} src={photoUrl} shape="round" className="size-7 text-label" />
            <span className="min-w-0 truncate font-semibold text-small">{whose.name}</span>
          </Button>
        );
      },
    }),
    [t, staff, change],
  );
  return <Days {...props} wanted={wanted} heads={heads} tintOf={tintOf} />;
}

import { ChevronLeft, ChevronRight, Printer, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { addDays, type LocalDate } from '../../lib/dates.ts';
import { classes } from '../../ui/classes.ts';
import { Heading } from '../../ui/Heading.tsx';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { CalendarOptions } from './CalendarOptions.tsx';
import { DateChoice } from './DateChoice.tsx';
import type { ChangeView } from './use-view-state.ts';
import { shownDays, stepped, VIEWS, type View, type ViewState, ZOOMS } from './view-state.ts';

const ICON =
  'flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-card text-ink hover:bg-sunken data-disabled:cursor-default data-disabled:opacity-40';

/** Above every view: which day, how it is looked at, and what of it is shown. */
export function CalendarBar(props: {
  readonly view: View;
  readonly state: ViewState;
  readonly date: LocalDate;
  readonly today: LocalDate;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly hasStations: boolean;
  readonly change: ChangeView;
  /** What others put here: what is new, a new visit. */
  readonly children?: ReactNode;
}) {
  const { t, f } = useDeskSpeech();
  const { view, state, date, today, change } = props;
  const isGrid = view === 'day' || view === 'week';
  return (
    <header className="flex flex-wrap items-center gap-x-2 gap-y-1 border-line border-b px-2 py-1.5 tablet:px-4 print:hidden">
      <div className="flex min-w-0 basis-full items-center gap-1 tablet:flex-1 tablet:basis-auto">
        <Button
          aria-label={t.calendar.previous[view]}
          onPress={() => change({ date: stepped(view, date, -1) })}
          className={ICON}
        >
          <ChevronLeft aria-hidden className="size-5" />
        </Button>
        <Button
          aria-label={t.calendar.next[view]}
          onPress={() => change({ date: stepped(view, date, 1) })}
          className={ICON}
        >
          <ChevronRight aria-hidden className="size-5" />
        </Button>
        <DateChoice date={date} onChoose={(chosen) => change({ date: chosen })}>
          <Heading size="body" className="truncate">
            <span className="sr-only">{t.calendar.title}: </span>
            {headOf(view, date)}
          </Heading>
        </DateChoice>
        {date === today ? null : (
          <Button
            onPress={() => change({ date: null })}
            className="min-h-11 shrink-0 cursor-pointer rounded-card px-3 font-semibold text-accent-ink hover:bg-sunken"
          >
            {t.calendar.today}
          </Button>
        )}
      </div>
      {view === 'week' && props.staff.length > 1 ? (
        <select
          aria-label={t.calendar.whose}
          value={state.staff[0]}
          onChange={(event) => change({ staff: [event.target.value] })}
          className="h-11 max-w-44 min-w-0 flex-1 cursor-pointer rounded-card border border-line bg-surface px-3 text-small tablet:flex-none"
        >
          {props.staff.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      <ToggleButtonGroup
        aria-label={t.calendar.view}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={([chosen]) => change({ view: VIEWS.find((one) => one === chosen) ?? view })}
        className="flex rounded-card border border-line bg-surface p-0.5"
      >
        {VIEWS.map((one) => (
          <ToggleButton
            key={one}
            id={one}
            className="min-h-10 cursor-pointer rounded-[10px] px-2.5 text-small hover:bg-sunken data-selected:bg-tint data-selected:font-semibold data-selected:text-accent-ink tablet:px-3"
          >
            {t.calendar.views[one]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className="flex items-center">
        {isGrid ? (
          <>
            <Button
              aria-label={t.calendar.zoomOut}
              isDisabled={state.zoom === 0}
              onPress={() => change({ zoom: state.zoom - 1 }, { replace: true })}
              className={classes(ICON, 'hidden tablet:flex')}
            >
              <ZoomOut aria-hidden className="size-5" />
            </Button>
            <Button
              aria-label={t.calendar.zoomIn}
              isDisabled={state.zoom === ZOOMS.length - 1}
              onPress={() => change({ zoom: state.zoom + 1 }, { replace: true })}
              className={classes(ICON, 'hidden tablet:flex')}
            >
              <ZoomIn aria-hidden className="size-5" />
            </Button>
          </>
        ) : null}
        {view === 'month' || view === 'week' ? null : (
          <Button
            aria-label={t.calendar.print}
            onPress={() => window.print()}
            className={classes(ICON, 'hidden tablet:flex')}
          >
            <Printer aria-hidden className="size-5" />
          </Button>
        )}
        <CalendarOptions {...props} />
      </div>
      {props.children}
    </header>
  );

  function headOf(shown: View, day: LocalDate): string {
    if (shown === 'month') return f.month(day);
    if (shown !== 'week') return f.day(day);
    const { from, days } = shownDays(shown, day);
    return t.calendar.weekOf({ from: f.dayAndMonth(from), to: f.day(addDays(from, days - 1)) });
  }
}

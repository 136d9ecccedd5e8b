import { ChevronLeft, ChevronRight, Printer, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';
import { addDays, type LocalDate } from '../../lib/dates.ts';
import { classes } from '../../ui/classes.ts';
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
    // In two rows where one has no room for all: which day and what to do with it, and below how it is looked at.
    <header className="flex flex-wrap items-center gap-x-1 gap-y-1 border-line border-b px-2 py-1.5 tablet:gap-x-2 tablet:px-4 print:hidden">
      <div className="flex min-w-0 flex-1 items-center max-tablet:basis-[calc(100%-6rem)] tablet:gap-1">
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
        <DateChoice date={date} today={today} onChoose={(chosen) => change({ date: chosen })}>
          {headOf(view, date)}
        </DateChoice>
        <Today className="max-tablet:hidden" />
      </div>
      <div className={classes('order-1 ml-auto', view === 'week' ? 'roomy:order-3' : 'wide:order-3')}>
        {props.children}
      </div>
      <span aria-hidden className={classes('order-1 basis-full', view === 'week' ? 'roomy:hidden' : 'wide:hidden')} />
      {view === 'week' && props.staff.length > 1 ? (
        <select
          aria-label={t.calendar.whose}
          value={state.staff[0]}
          onChange={(event) => change({ staff: [event.target.value] })}
          className="order-3 h-11 basis-full cursor-pointer rounded-card border border-line bg-surface px-3 text-ellipsis text-small tablet:order-2 tablet:max-w-44 tablet:basis-auto"
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
        className="order-2 flex rounded-card border border-line bg-surface p-0.5"
      >
        {VIEWS.map((one) => (
          <ToggleButton
            key={one}
            id={one}
            className="min-h-11 min-w-11 cursor-pointer rounded-[10px] px-2 text-small hover:bg-sunken data-selected:bg-tint data-selected:font-semibold data-selected:text-accent-ink tablet:px-3"
          >
            {t.calendar.views[one]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <div className="order-2 flex items-center">
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
      <Today className="order-2 ml-auto tablet:hidden" />
    </header>
  );

  function Today({ className }: { readonly className: string }) {
    if (date === today) return null;
    return (
      <Button
        onPress={() => change({ date: null })}
        className={classes(
          'min-h-11 shrink-0 cursor-pointer rounded-card px-3 font-semibold text-accent-ink hover:bg-sunken',
          className,
        )}
      >
        {t.calendar.today}
      </Button>
    );
  }

  function headOf(shown: View, day: LocalDate): string {
    if (shown === 'month') return f.month(day);
    // Where it has no room beside all else, it may break.
    if (shown !== 'week') return f.day(day).replaceAll('\u00a0', ' ');
    const { from, days } = shownDays(shown, day);
    return f.daysBetween(from, addDays(from, days - 1));
  }
}

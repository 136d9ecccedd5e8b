import './calendar.css';
import { localDate, wallTime } from '@salon/domain/time/wall-clock';
import { useQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useMedia } from '../../ui/use-media.ts';
import { useOnline } from '../../ui/use-online.ts';
import { useDeskSpeech } from '../i18n/DeskSpeech.tsx';
import { useDesk } from '../lib/desk.ts';
import { useChanges } from '../live/use-changes.ts';
import { DeskPage } from '../shell/DeskPage.tsx';
import { DeskProblemNotice } from '../shell/DeskProblemNotice.tsx';
import { Unseen } from '../shell/Waiting.tsx';
import { CalendarPanel } from '../visit/CalendarPanel.tsx';
import { CalendarTools } from '../visit/CalendarTools.tsx';
import { writePanel } from '../visit/panel.ts';
import { useShownCalendar } from '../visit/use-shown-calendar.ts';
import { useVisitWrites } from '../visit/use-visit-writes.ts';
import { Agenda } from './Agenda.tsx';
import { minutesOf } from './axis.ts';
import { CalendarBar } from './CalendarBar.tsx';
import { calendarQuery, monthQuery, shopQuery, USUAL_LEAST } from './calendar.queries.ts';
import { DaySheet } from './DaySheet.tsx';
import { DayView } from './DayView.tsx';
import { GridSkeleton } from './GridSkeleton.tsx';
import type { Intents, TimeOf } from './intents.ts';
import { Month } from './Month.tsx';
import { PrintOnce } from './PrintOnce.tsx';
import { useNow } from './use-now.ts';
import { useViewState } from './use-view-state.ts';
import { shownDays, writeViewState } from './view-state.ts';
import { WeekView } from './WeekView.tsx';

/** The day of a salon, as its people run it. */
export function CalendarPage() {
  const { t, f } = useDeskSpeech();
  const { salon, reach } = useDesk();
  const isPhone = useMedia('(width < 40rem)');
  const usual = isPhone ? 'agenda' : 'day';
  const [state, change] = useViewState(salon.id, usual);
  const view = state.view ?? usual;
  const now = useNow(1);
  const today = localDate(salon.timezone, now);
  const date = state.date ?? today;
  const online = useOnline();
  const hears = useChanges(salon.id);

  const shop = useQuery(shopQuery(salon.id));
  const staff = useMemo(
    () => (shop.data?.staff ?? []).filter(({ id }) => reach('seeCalendar') === 'all' || id === salon.staffId),
    [shop.data, reach, salon.staffId],
  );
  const leastMinutes = shop.data?.leastMinutes ?? USUAL_LEAST;
  const weekOf = state.staff[0] ?? salon.staffId ?? staff[0]?.id;
  const { from, days } = shownDays(view, date);
  const isMonth = view === 'month';
  const read = useQuery({
    ...calendarQuery(salon.id, from, days, view === 'week' ? weekOf : undefined),
    enabled: !isMonth && (view !== 'week' || weekOf !== undefined),
  });
  const month = useQuery({ ...monthQuery(salon.id, from, days, state.staff), enabled: isMonth });
  const shown = isMonth ? month : read;

  const writes = useVisitWrites();
  const intents = useMemo(
    (): Intents => ({
      onOpen: (visit) => change({ visit, panel: null }),
      onOpenTimeOff: (id) => change({ visit: null, panel: writePanel({ kind: 'timeOff', id }) }),
      onCreate: (time) => change({ visit: null, panel: writePanel({ kind: 'new', ...placeOf(time) }) }),
      onBlock: (time) => change({ visit: null, panel: writePanel({ kind: 'block', ...placeOf(time) }) }),
      onChange: (before, after) => void writes.move(before, after),
    }),
    [change, writes],
  );

  const answer = useShownCalendar(read.data);
  const common = { state, date, change, intents, leastMinutes };
  return (
    <DeskPage full title={t.calendar.titleOn({ day: f.day(date) })}>
      <CalendarBar
        view={view}
        state={view === 'week' && weekOf !== undefined ? { ...state, staff: [weekOf] } : state}
        date={date}
        today={today}
        staff={staff}
        hasStations={(answer?.stations.length ?? 0) > 0}
        change={change}
      >
        <CalendarTools change={change} />
      </CalendarBar>
      {stale()}
      <div className="flex min-h-0 flex-1 print:hidden">
        <div className="flex min-w-0 flex-1 flex-col">{content()}</div>
        <CalendarPanel visit={state.visit} panel={state.panel} date={date} change={change} />
      </div>
      {answer && (view === 'day' || view === 'agenda') ? (
        <>
          <DaySheet answer={answer} state={state} date={date} leastMinutes={leastMinutes} />
          {state.panel === PRINT ? <PrintOnce onDone={() => change({ panel: null }, { replace: true })} /> : null}
        </>
      ) : null}
    </DeskPage>
  );

  function content() {
    if (isMonth && month.data) {
      const addressOf = (day: string) => writeViewState({ ...state, view: 'day', date: day, visit: null, panel: null });
      return <Month answer={month.data} month={date} today={today} addressOf={addressOf} />;
    }
    if (!isMonth && answer) {
      if (answer.staff.length === 0 && staff.length === 0 && shop.data) {
        return <EmptyState icon={UsersRound} title={t.calendar.empty.noStaff} text={t.calendar.empty.noStaffMore} />;
      }
      if (view === 'agenda') return <Agenda {...common} answer={answer} today={today} />;
      if (view === 'week' && weekOf !== undefined) {
        const place = Math.max(
          0,
          staff.findIndex(({ id }) => id === weekOf),
        );
        return <WeekView {...common} answer={answer} staffId={weekOf} place={place} today={today} />;
      }
      return <DayView {...common} answer={answer} />;
    }
    if (shown.isError) {
      return (
        <div className="p-4">
          <DeskProblemNotice error={shown.error} retry={() => void shown.refetch()} retrying={shown.isFetching} />
        </div>
      );
    }
    return online ? <GridSkeleton /> : <Unseen />;
  }

  function stale() {
    if (!shown.data || (online && hears && !shown.isRefetchError)) return null;
    const time = f.time(wallTime(salon.timezone, shown.dataUpdatedAt).time);
    return (
      <div className="px-2 pt-2 print:hidden">
        <Notice tone="offline" title={online ? t.calendar.notUpdated({ time }) : t.calendar.offline({ time })} />
      </div>
    );
  }
}

const PRINT = writePanel({ kind: 'print' });

/** A stretch of somebody's time, for what is to be put there. */
const placeOf = (time: TimeOf) => ({
  ...{ staffId: time.staffId, start: time.start },
  ...{ minutes: minutesOf(time), again: null },
});

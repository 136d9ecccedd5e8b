import { resolveStart } from '@salon/domain/time/wall-clock';
import { useQueryClient } from '@tanstack/react-query';
import { type LocalDate, wallClock } from '../../lib/dates.ts';
import type { ChangeView } from '../calendar/use-view-state.ts';
import { FeedPanel } from '../feed/FeedPanel.tsx';
import { GapsPanel } from '../gaps/GapsPanel.tsx';
import { IllPanel } from '../ill/IllPanel.tsx';
import { useDesk } from '../lib/desk.ts';
import { shownTimeOff } from './desk-keys.ts';
import { NewVisitPanel } from './NewVisitPanel.tsx';
import { readPanel, writePanel } from './panel.ts';
import { TimeOffPanel } from './TimeOffPanel.tsx';
import { usePull } from './use-pull.ts';
import { VisitPanel } from './VisitPanel.tsx';

const MINUTE = 60_000;
const GRID = 5 * MINUTE;
const MORNING = '10:00';

/** What stands beside the calendar, as the address says; nothing where it says nothing. */
export function CalendarPanel(props: {
  readonly visit: string | null;
  readonly panel: string | null;
  readonly date: LocalDate;
  readonly change: ChangeView;
}) {
  const { salon, can } = useDesk();
  const client = useQueryClient();
  const { visit, date, change } = props;
  const close = () => change({ visit: null, panel: null });
  /** A form that is done may close when something else is open by then. */
  const closePanel = () => change({ panel: null });
  const dayOf = (at: number) => wallClock(salon.timezone, at).date;
  const open = (id: string) => change({ visit: id, panel: null });
  const pull = usePull(open);
  const panel = readPanel(props.panel);

  // Now, where she looks at today; else in the morning of that day.
  const soon = Math.ceil(Date.now() / GRID) * GRID;
  const usualStart = dayOf(soon) === date ? soon : (resolveStart(salon.timezone, date, MORNING) ?? soon);

  if (visit !== null) {
    const again = (visitId: string, start: number) => {
      const text = writePanel({ kind: 'new', staffId: null, start, minutes: null, again: visitId });
      change({ visit: null, panel: text, date: dayOf(start) });
    };
    return <VisitPanel key={visit} visitId={visit} onClose={close} onAgain={again} />;
  }
  if ((panel?.kind === 'new' || panel?.kind === 'block') && !can('changeVisits')) return null;
  switch (panel?.kind) {
    case undefined:
    case 'print':
      return null;
    case 'new':
      return <NewVisitPanel key={props.panel} panel={panel} usualStart={usualStart} onClose={closePanel} />;
    case 'block': {
      const at = { staffId: panel.staffId, start: panel.start ?? usualStart, minutes: panel.minutes };
      return <TimeOffPanel key={props.panel} timeOff={undefined} at={at} onClose={closePanel} />;
    }
    case 'timeOff': {
      const timeOff = shownTimeOff(client, salon.id, panel.id);
      if (timeOff === undefined) return null;
      const at = { staffId: timeOff.staffId, start: usualStart, minutes: null };
      return <TimeOffPanel key={props.panel} timeOff={timeOff} at={at} onClose={closePanel} />;
    }
    case 'gaps':
      return (
        <GapsPanel
          date={date}
          onClose={closePanel}
          onOpen={open}
          onPull={pull}
          onFill={({ staffId, start, end }) => {
            const minutes = (end - start) / MINUTE;
            change({ panel: writePanel({ kind: 'new', staffId, start, minutes, again: null }) });
          }}
        />
      );
    case 'ill':
      return can('decideTimeOff') ? <IllPanel date={date} onClose={closePanel} /> : null;
    case 'feed':
      return (
        <FeedPanel
          onClose={closePanel}
          onOpen={(id, startsAt) => change({ visit: id, panel: null, date: dayOf(Date.parse(startsAt)) })}
        />
      );
  }
}

import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import { useMemo, useSyncExternalStore } from 'react';
import { useDesk } from '../lib/desk.ts';
import { dayBookOf } from './day-book.ts';
import { withAhead } from './drawn-ahead.ts';

/** What the calendar shows: what the API has answered, with all that is changed but not settled drawn into it. */
export function useShownCalendar(answer: CalendarAnswer | undefined): CalendarAnswer | undefined {
  const { salon } = useDesk();
  const { ahead } = dayBookOf(salon.id);
  const layers = useSyncExternalStore(ahead.subscribe, ahead.all);
  return useMemo(() => answer && withAhead(answer, layers), [answer, layers]);
}

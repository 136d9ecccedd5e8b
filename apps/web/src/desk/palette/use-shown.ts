import { useLocation, useSearch } from 'wouter';
import { keptView } from '../calendar/use-view-state.ts';
import { readViewState, type ViewState } from '../calendar/view-state.ts';
import { useDesk } from '../lib/desk.ts';
import { calendarPath } from '../lib/paths.ts';

/** How the calendar is looked at: as the address says; elsewhere as it was left, today. */
export function useShown(): ViewState {
  const { salon } = useDesk();
  const [path] = useLocation();
  const search = useSearch();
  return path === calendarPath(salon.slug) && search !== '' ? readViewState(search) : keptView(salon.id);
}

import { type ViewState, writeViewState } from '../calendar/view-state.ts';
import { calendarPath } from '../lib/paths.ts';

/** The address of the calendar as it shall be looked at. */
export const viewPath = (slug: string, state: ViewState): string => calendarPath(slug, writeViewState(state).slice(1));

/** A day, looked at as days are here; who looked at a month has chosen one of its days. */
export const dayPath = (slug: string, shown: ViewState, day: Pick<ViewState, 'date' | 'visit'>): string =>
  viewPath(slug, { ...shown, view: shown.view === 'month' ? null : shown.view, panel: null, ...day });

import type { DeskVisit } from '@salon/contracts/desk/visit';
import { addDays, isDate, type LocalDate, weekday } from '../../lib/dates.ts';

export const VIEWS = ['day', 'week', 'month', 'agenda'] as const;
export type View = (typeof VIEWS)[number];
export type Status = Exclude<DeskVisit['status'], 'cancelled'>;
export const STATUSES: readonly Status[] = ['requested', 'confirmed', 'arrived', 'done', 'no_show'];

/** Pixels a minute of each step of the zoom: a whole day on a small screen, to five minutes that a thumb can hit. */
export const ZOOMS = [0.7, 1, 1.4, 2, 3, 4.5] as const;
const DEFAULT_ZOOM = 3;

/** What the calendar shows. All of it stands in the address, so that it can be shared, reloaded and gone back in. */
export type ViewState = {
  /** Null: whatever suits the screen. */
  readonly view: View | null;
  /** Null: today. */
  readonly date: LocalDate | null;
  /** Whom to show; empty: everybody. In a week: whose it is, the first of them. */
  readonly staff: readonly string[];
  /** Which visits to show; empty: all. Others are drawn faintly: their time is taken all the same. */
  readonly statuses: readonly Status[];
  /** A step of `ZOOMS`. */
  readonly zoom: number;
  readonly stations: boolean;
  /** From midnight to midnight, instead of the hours in which something happens. */
  readonly allHours: boolean;
  /** The visit that is looked at. */
  readonly visit: string | null;
  /** What else stands beside the calendar, as `panel.ts` reads it. */
  readonly panel: string | null;
};

/** Reads an address; what it does not say, or says wrongly, is as if it were not there. */
export function readViewState(search: string): ViewState {
  const query = new URLSearchParams(search);
  const date = query.get('date') ?? '';
  const zoom = Number(query.get('zoom') ?? DEFAULT_ZOOM);
  return {
    view: VIEWS.find((one) => one === query.get('view')) ?? null,
    date: isDate(date) ? date : null,
    staff: listed(query.get('staff')),
    statuses: STATUSES.filter((one) => listed(query.get('status')).includes(one)),
    zoom: Number.isInteger(zoom) && zoom >= 0 && zoom < ZOOMS.length ? zoom : DEFAULT_ZOOM,
    stations: query.get('stations') === '1',
    allHours: query.get('hours') === 'all',
    visit: query.get('visit') || null,
    panel: query.get('panel') || null,
  };
}

/** The address of what is shown, beginning with `?`, or empty where nothing is out of the ordinary. */
export function writeViewState(state: ViewState): string {
  const query = new URLSearchParams();
  if (state.view !== null) query.set('view', state.view);
  if (state.date !== null) query.set('date', state.date);
  if (state.staff.length > 0) query.set('staff', state.staff.join(','));
  if (state.statuses.length > 0) query.set('status', state.statuses.join(','));
  if (state.zoom !== DEFAULT_ZOOM) query.set('zoom', String(state.zoom));
  if (state.stations) query.set('stations', '1');
  if (state.allHours) query.set('hours', 'all');
  if (state.visit !== null) query.set('visit', state.visit);
  if (state.panel !== null) query.set('panel', state.panel);
  // A comma is allowed there, and can be read.
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}

/** What is kept for the next time she opens it: how she looks at things, not which day or visit. */
export const keptOf = (state: ViewState): ViewState => ({ ...state, date: null, visit: null, panel: null });

/** The days a view shows, and how far it is to the next. */
export function shownDays(view: View, date: LocalDate): { from: LocalDate; days: number } {
  if (view === 'week') return { from: addDays(date, 1 - weekday(date)), days: 7 };
  if (view === 'month') {
    const first = `${date.slice(0, 7)}-01`;
    // Six weeks hold any month; they begin on a Monday.
    return { from: addDays(first, 1 - weekday(first)), days: 42 };
  }
  return { from: date, days: 1 };
}

/** The day a step forward (1) or back (-1) leads to. */
export function stepped(view: View, date: LocalDate, direction: 1 | -1): LocalDate {
  if (view === 'week') return addDays(date, 7 * direction);
  if (view !== 'month') return addDays(date, direction);
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + direction, 1)).toISOString().slice(0, 10);
}

const listed = (text: string | null) => text?.split(',').filter((one) => one !== '') ?? [];

import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import type { LocalDate } from '../../lib/dates.ts';
import type { Intents } from './intents.ts';
import type { ChangeView } from './use-view-state.ts';
import type { ViewState } from './view-state.ts';

/** What every view of the calendar is given. */
export type CalendarView = {
  readonly answer: CalendarAnswer;
  readonly state: ViewState;
  readonly date: LocalDate;
  readonly change: ChangeView;
  readonly intents: Intents;
  /** The shortest service: less free time cannot be sold. */
  readonly leastMinutes: number;
};

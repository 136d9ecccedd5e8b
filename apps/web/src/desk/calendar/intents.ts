import type { DeskVisit } from '@salon/contracts/desk/visit';

/** A stretch of somebody's time, in epoch milliseconds. */
export type TimeOf = { readonly staffId: string; readonly start: number; readonly end: number };

/** What is done in the calendar, for whoever does it in earnest. */
export type Intents = {
  readonly onOpen: (visitId: string) => void;
  readonly onOpenTimeOff: (timeOffId: string) => void;
  /** A new visit: in free time that was tapped, or in a stretch that was drawn. */
  readonly onCreate: (time: TimeOf) => void;
  /** Free time that is to be blocked. */
  readonly onBlock: (time: TimeOf) => void;
  /** A visit is to lie elsewhere, or to last longer or shorter. */
  readonly onChange: (before: DeskVisit, after: DeskVisit) => void;
};

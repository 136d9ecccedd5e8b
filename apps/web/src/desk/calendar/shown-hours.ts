import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import { MINUTE } from '@salon/domain/time/interval';
import { localDate, wallTime } from '@salon/domain/time/wall-clock';
import type { Hours } from './axis.ts';

const WHOLE_DAY: Hours = { from: 0, to: 1440 };
/** When nothing is open and nobody comes. */
const QUIET: Hours = { from: 8 * 60, to: 20 * 60 };

/**
 * The full hours in which anything happens on the days of an answer, with one before and one behind, in which somebody
 * may come earlier or stay longer.
 */
export function shownHours(answer: CalendarAnswer, all: boolean): Hours {
  if (all) return WHOLE_DAY;
  const { timezone } = answer;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  const spans = [...answer.openings.flatMap((one) => one.spans), ...answer.visits];
  for (const { startsAt, endsAt } of spans) {
    const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
    if (start >= end) continue;
    // What lasts past midnight fills the day it began on to its end, and the next from its beginning.
    const isOneDay = localDate(timezone, start) === localDate(timezone, end - 1);
    from = Math.min(from, isOneDay ? wallTime(timezone, start).minute : 0);
    to = Math.max(to, isOneDay ? wallTime(timezone, end - MINUTE).minute + 1 : 1440);
  }
  if (from >= to) return QUIET;
  return {
    from: Math.max(0, Math.floor(from / 60) * 60 - 60),
    to: Math.min(1440, Math.ceil(to / 60) * 60 + 60),
  };
}

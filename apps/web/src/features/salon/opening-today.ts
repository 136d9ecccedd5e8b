import type { SalonAnswer } from '@salon/contracts/salon';
import { wallClock, weekday } from '../../lib/dates.ts';

export type OpeningToday =
  | { readonly kind: 'open' | 'opens'; readonly time: string }
  | { readonly kind: 'closed' | 'over' };

/**
 * How long the salon is open today, or when it opens, by its own clock. A page that was opened yesterday knows only the
 * weekly hours of today.
 */
export function openingToday(
  { openings, today: asked }: Pick<SalonAnswer, 'openings' | 'today'>,
  timeZone: string,
  now: number,
): OpeningToday {
  const { date, time } = wallClock(timeZone, now);
  const hours = asked.date === date ? asked.hours : openings.filter((one) => one.weekday === weekday(date));
  const today = hours.toSorted((a, b) => (a.opens < b.opens ? -1 : 1));
  if (today.length === 0) return { kind: 'closed' };
  const running = today.find(({ opens, closes }) => opens <= time && time < closes);
  if (running) return { kind: 'open', time: running.closes };
  const next = today.find(({ opens }) => time < opens);
  return next ? { kind: 'opens', time: next.opens } : { kind: 'over' };
}

import type { SalonAnswer } from '@salon/contracts/salon';
import { wallClock, weekday } from '../../lib/dates.ts';

export type OpeningToday =
  | { readonly kind: 'open'; readonly time: string; readonly again: string | null }
  | { readonly kind: 'opens' | 'reopens'; readonly time: string }
  | { readonly kind: 'closed' | 'over' };

/**
 * How long the salon is open today, or when it opens, by its own clock; before a break also when it opens again. A page that was opened yesterday knows only the
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
  const next = today.find(({ opens }) => time < opens);
  if (running) return { kind: 'open', time: running.closes, again: next?.opens ?? null };
  if (next) return { kind: next === today[0] ? 'opens' : 'reopens', time: next.opens };
  return { kind: 'over' };
}

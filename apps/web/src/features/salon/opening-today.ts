import type { SalonAnswer } from '@salon/contracts/salon';
import { wallClock, weekday } from '../../lib/dates.ts';

export type OpeningToday =
  | { readonly kind: 'open' | 'opens'; readonly time: string }
  | { readonly kind: 'closed' | 'over' };

/** How long the salon is open today, or when it opens, by its weekly hours and its own clock. */
export function openingToday(openings: SalonAnswer['openings'], timeZone: string, now: number): OpeningToday {
  const { date, time } = wallClock(timeZone, now);
  const today = openings.filter((one) => one.weekday === weekday(date)).sort((a, b) => (a.opens < b.opens ? -1 : 1));
  if (today.length === 0) return { kind: 'closed' };
  const running = today.find(({ opens, closes }) => opens <= time && time < closes);
  if (running) return { kind: 'open', time: running.closes };
  const next = today.find(({ opens }) => time < opens);
  return next ? { kind: 'opens', time: next.opens } : { kind: 'over' };
}

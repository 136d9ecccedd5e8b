import { wallClock } from '../../lib/dates.ts';
import type { Formats } from '../../lib/formats.ts';

/** "Sa., 19. Dez. 2026, 14:00 Uhr" of an instant, by the salon's clock. */
export function moment(f: Formats, timeZone: string, instant: string): string {
  const { date, time } = wallClock(timeZone, Date.parse(instant));
  return `${f.day(date)}, ${f.time(time)}`;
}

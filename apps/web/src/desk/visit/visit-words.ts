import type { DeskVisit } from '@salon/contracts/desk/visit';
import { wallClock } from '../../lib/dates.ts';
import type { Formats } from '../../lib/formats.ts';
import type { DeskMessages } from '../i18n/de.ts';

/** Who comes: the guest where somebody booked for her, nobody in particular where no name was left. */
export const whoOf = (t: DeskMessages, { name, guestName }: Pick<DeskVisit, 'name' | 'guestName'>): string =>
  guestName || name || t.visit.walkIn;

/** Everybody who does something at a visit, once each. */
export const staffOf = (f: Formats, { items }: Pick<DeskVisit, 'items'>): string =>
  f.all([...new Set(items.map(({ staff }) => staff))]);

/** "Sa., 19. Dez. 2026, 14:00 Uhr" */
export function dayAndTime(f: Formats, timeZone: string, instant: string | number): string {
  const { date, time } = wallClock(timeZone, typeof instant === 'number' ? instant : Date.parse(instant));
  return `${f.day(date)}, ${f.time(time)}`;
}

/** "10:00–10:45 Uhr"; over several days "Sa., 19. Dez. 2026, 10:00 Uhr – Mo., 21. Dez. 2026, 9:00 Uhr". */
export function span(f: Formats, timeZone: string, { startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  const [from, to] = [wallClock(timeZone, Date.parse(startsAt)), wallClock(timeZone, Date.parse(endsAt))];
  if (from.date === to.date) return `${f.clock(from.time)}–${f.time(to.time)}`;
  return `${dayAndTime(f, timeZone, startsAt)} – ${dayAndTime(f, timeZone, endsAt)}`;
}

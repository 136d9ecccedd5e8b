import { StartError } from '@salon/db/embedded/start-error';
import { DAY, MINUTE } from '@salon/domain/time/interval';
import { addDays, formatInstant, localDate, resolveStart } from '@salon/domain/time/wall-clock';

/** A time of day that lies further ahead was meant to be today, and is past. */
const SOON = DAY / 2;

/**
 * The instant (epoch milliseconds) meant by `14:30` (the next one there is), `2026-11-24T14:30`, both in this zone, or the
 * latter with an offset or Z. Throws a `StartError` for what is none of these, or past.
 */
export function parseUntil(text: string, timeZone: string, now: number): number {
  const until = instantOf(text, timeZone, now);
  if (until === undefined) throw new StartError(`--until ${text}: expected 14:30, or 2026-11-24T14:30.`);
  if (until <= now) throw new StartError(`--until ${text}: that is past (it is ${formatInstant(timeZone, now)}).`);
  return until;
}

function instantOf(text: string, timeZone: string, now: number): number | undefined {
  const [date, time = ''] = text.split('T');
  if (date !== undefined && time !== '') return resolveStart(timeZone, date, time);
  const today = localDate(timeZone, now);
  for (const day of [today, addDays(today, 1)]) {
    const next = resolveStart(timeZone, day, text);
    if (next === undefined || next <= now) continue;
    if (next - now <= SOON) return next;
    throw new StartError(`--until ${text}: that is past today. Tomorrow? Say so: --until ${day}T${text}`);
  }
  return undefined;
}

/** An end as an operator reads it: in her zone, and how long it still is. */
export function endInWords(until: number, timeZone: string, now: number): string {
  const minutes = Math.ceil((until - now) / MINUTE);
  const left = until - now < DAY ? `in ${Math.floor(minutes / 60)} h ${minutes % 60} min` : 'in more than a day';
  const [day, time = ''] = formatInstant(timeZone, until).split('T');
  return `${day} ${time.slice(0, 5)} ${timeZone} (${until > now ? left : 'past'})`;
}

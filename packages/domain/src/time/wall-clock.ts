import { DAY, MINUTE } from './interval.ts';
import { instantsOf, type LocalDay, localDay, type Segment } from './local-day.ts';

/** What a clock and a calendar on the salon's wall show at an instant. */
export type WallTime = {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `HH:MM`. */
  readonly time: string;
  /** `±HH:MM`. */
  readonly offset: string;
  /** Minute of the day, `0…1439`. */
  readonly minute: number;
};

/** Whether `text` is a date of the calendar, written `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const parsed = Date.parse(`${text}T00:00:00Z`);
  // Date.parse takes 31 February for 3 March.
  return !Number.isNaN(parsed) && dateText(parsed) === text;
}

/**
 * The date `count` days after `date` (before, if negative).
 * @throws RangeError beyond the years 0000–9999, or if `date` is not a date.
 */
export function addDays(date: string, count: number): string {
  const text = dateText(Date.parse(`${date}T00:00:00Z`) + count * DAY);
  if (text.length !== 10) throw new RangeError(`No date ${count} days from ${date}`);
  return text;
}

/** ISO 8601 day of the week: 1 is Monday, 7 is Sunday. */
export function weekday(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

/** The local date at an instant (epoch milliseconds). */
export function localDate(timeZone: string, instant: number): string {
  return at(timeZone, instant).day.date;
}

/** What the wall clock shows at an instant (epoch milliseconds). */
export function wallTime(timeZone: string, instant: number): WallTime {
  const { day, segment } = at(timeZone, instant);
  const minute = Math.floor((instant + segment.offset - day.midnight) / MINUTE);
  return {
    date: day.date,
    time: `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`,
    offset: offsetText(segment.offset),
    minute,
  };
}

/** ISO 8601 with the zone's offset, to the second: `2026-12-19T14:00:00+01:00`. */
export function formatInstant(timeZone: string, instant: number): string {
  const { day, segment, written } = at(timeZone, instant);
  const known = written.get(instant);
  if (known !== undefined) return known;
  const second = Math.floor((instant + segment.offset - day.midnight) / 1000);
  const [hours, minutes] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
  const time = `${twoDigits(hours)}:${twoDigits(minutes)}:${twoDigits(second % 60)}`;
  const text = `${day.date}T${time}${offsetText(segment.offset)}`;
  written.set(instant, text);
  return text;
}

/**
 * The instant meant by a local date and a `time` of `HH:MM`, `HH:MM±HH:MM` or `HH:MMZ`. A time that exists twice
 * is the earlier one unless its offset says otherwise. `undefined`: no such time on that date, an offset that is not the
 * zone's then, or not written as a date and a time.
 */
export function resolveStart(timeZone: string, date: string, time: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(Z|[+-]([01]\d|2[0-3]):[0-5]\d)?$/.exec(time);
  if (match === null || !isDate(date)) return undefined;
  const minute = Number(match[1]) * 60 + Number(match[2]);
  const instants = instantsOf(localDay(timeZone, date), minute);
  const offset = match[3];
  if (offset === undefined) return instants[0];
  const meant = Date.parse(`${date}T${match[1]}:${match[2]}:00${offset}`);
  return instants.find((instant) => instant === meant);
}

/** Whoever writes times writes many of one day, and the same ones again; finding the day anew is most of the work. */
type Recent = { readonly timeZone: string; readonly day: LocalDay; readonly written: Map<number, string> };
let recent: Recent | undefined;

function at(timeZone: string, instant: number): Omit<Recent, 'timeZone'> & { readonly segment: Segment } {
  if (recent?.timeZone === timeZone) {
    const segment = segmentAt(recent.day, instant);
    if (segment !== undefined) return { day: recent.day, segment, written: recent.written };
  }
  // A zone is less than a day away from UTC, so the local date is UTC's or one beside it.
  for (const shift of [0, DAY, -DAY]) {
    const day = localDay(timeZone, dateText(instant + shift));
    const segment = segmentAt(day, instant);
    if (segment !== undefined) {
      recent = { timeZone, day, written: new Map() };
      return { day, segment, written: recent.written };
    }
  }
  throw new RangeError(`No local date in ${timeZone} for ${instant}`);
}

function segmentAt({ segments }: LocalDay, instant: number): Segment | undefined {
  return segments.find(({ start, end }) => start <= instant && instant < end);
}

function dateText(utc: number): string {
  const text = new Date(utc).toISOString();
  return text.slice(0, text.indexOf('T'));
}

function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  return `${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

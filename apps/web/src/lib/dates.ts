/** A day of the salon's calendar, `2026-12-19`. */
export type LocalDate = string;

const DAY_MS = 86_400_000;

/** The day that lies `days` after (or, negative, before) another. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(midnight(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one day to another; negative when the other is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekday(date: LocalDate): number {
  return new Date(midnight(date)).getUTCDay() || 7;
}

/** The day and the wall-clock time (`HH:MM`) in a zone at an instant of epoch milliseconds. */
export function wallClock(timeZone: string, at: number): { date: LocalDate; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    date: `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** Whether this is a day that exists: not the 31st of February. */
export function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(midnight(value)) && addDays(value, 0) === value;
}

/** Midnight UTC of a day: for counting days, not for telling the time. */
export function midnight(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

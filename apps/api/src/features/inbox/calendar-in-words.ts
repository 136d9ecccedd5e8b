/** What a calendar file does to somebody's calendar. */
export type CalendarWords = {
  readonly method: string;
  readonly summary: string;
  readonly location: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly sequence: string;
};

/** Reads the calendar entry our own mails carry: one event, times in UTC. Undefined for any other. */
export function calendarInWords(file: string): CalendarWords | undefined {
  // Folded lines go on after a line break and a space (RFC 5545, 3.1).
  const lines = file.replace(/\r?\n[ \t]/g, '').split(/\r?\n/);
  const value = (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
  const startsAt = instant(value('DTSTART'));
  const endsAt = instant(value('DTEND'));
  if (startsAt === undefined || endsAt === undefined) return undefined;
  return {
    method: value('METHOD') ?? '',
    summary: unescaped(value('SUMMARY')),
    location: unescaped(value('LOCATION')),
    startsAt,
    endsAt,
    sequence: value('SEQUENCE') ?? '0',
  };
}

function instant(text = ''): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return undefined;
  const [, year, month, day, hours, minutes, seconds] = parts;
  return Date.parse(`${year}-${month}-${day}T${hours}:${minutes}:${seconds}Z`);
}

const unescaped = (text = '') => text.replace(/\\n/gi, ' ').replace(/\\([\\;,])/g, '$1');

import { instantsOf, localDay } from '@salon/domain/time/local-day';
import { wallTime } from '@salon/domain/time/wall-clock';
import type { MailModel } from './mail.ts';

type Locale = MailModel['locale'];

/** How an instant is said in a language, in a salon's zone. */
export type When = {
  /** "Sa., 19. Dez., 14:00 Uhr" */
  short(instant: number): string;
  /** "Sa., 19. Dezember, 14:00 Uhr" */
  medium(instant: number): string;
  /** "Samstag, 19. Dezember 2026" */
  date(instant: number): string;
  /** "Sa., 19. Dezember" */
  day(instant: number): string;
  /** "14:00 Uhr" */
  time(instant: number): string;
  /** "14:00 bis 14:30 Uhr" */
  hours(from: number, to: number): string;
};

const TAG = { de: 'de-DE', en: 'en-GB' };
/** Making a formatter costs fifty times what using one does; there are at most some hundred zones. */
const made = new Map<string, When>();

export function whenIn(locale: Locale, timeZone: string): When {
  const key = `${locale} ${timeZone}`;
  let when = made.get(key);
  if (when === undefined) {
    when = makeWhen(locale, timeZone);
    made.set(key, when);
  }
  return when;
}

function makeWhen(locale: Locale, timeZone: string): When {
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(TAG[locale], { timeZone, ...options });
  const shortDay = formatter({ weekday: 'short', day: 'numeric', month: 'short' });
  const mediumDay = formatter({ weekday: 'short', day: 'numeric', month: 'long' });
  const longDay = formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const zoneName = formatter({ hour: 'numeric', timeZoneName: 'short' });

  /** The clock as the page shows it ("9:30"), and where it shows this time twice that day, which of the two is meant. */
  function clock(instant: number): string {
    const { date, time, minute } = wallTime(timeZone, instant);
    const shown = time.replace(/^0(?=\d)/, '');
    if (instantsOf(localDay(timeZone, date), minute).length < 2) return shown;
    const zone = zoneName.formatToParts(instant).find(({ type }) => type === 'timeZoneName');
    return `${shown} ${zone?.value ?? ''}`.trim();
  }
  const at = (day: Intl.DateTimeFormat, instant: number) =>
    locale === 'de' ? `${day.format(instant)}, ${clock(instant)} Uhr` : `${day.format(instant)} at ${clock(instant)}`;

  return {
    short: (instant) => at(shortDay, instant),
    medium: (instant) => at(mediumDay, instant),
    date: (instant) => longDay.format(instant),
    day: (instant) => mediumDay.format(instant),
    time: (instant) => (locale === 'de' ? `${clock(instant)} Uhr` : clock(instant)),
    hours: (from, to) => (locale === 'de' ? `${clock(from)} bis ${clock(to)} Uhr` : `${clock(from)} to ${clock(to)}`),
  };
}

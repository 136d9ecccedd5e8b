import type { Language } from '../i18n/language.ts';
import { type LocalDate, midnight } from './dates.ts';

const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

export type Formats = ReturnType<typeof makeFormats>;

const made = new Map<Language, Formats>();

/** How dates, times, money and durations are written in a language. The only place that knows. */
export function formats(language: Language): Formats {
  let found = made.get(language);
  if (!found) {
    found = makeFormats(language);
    made.set(language, found);
  }
  return found;
}

function makeFormats(language: Language) {
  const locale = LOCALES[language];
  const onDay = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (date: LocalDate) => format.format(midnight(date));
  };
  const whole = (write: (date: LocalDate) => string) => (date: LocalDate) => write(date).replaceAll(' ', '\u00a0');
  const span = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const shortWeekday = onDay({ weekday: 'short' });
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const counts = number({ maximumFractionDigits: 0 });
  const percents = number({ style: 'percent', maximumFractionDigits: 0 });
  const hours = number({ style: 'unit', unit: 'hour', unitDisplay: 'short' });
  const minutes = number({ style: 'unit', unit: 'minute', unitDisplay: 'short' });
  const longHours = number({ style: 'unit', unit: 'hour', unitDisplay: 'long' });
  const longMinutes = number({ style: 'unit', unit: 'minute', unitDisplay: 'long' });
  const lists = new Intl.ListFormat(locale);
  const money = new Map<string, Intl.NumberFormat>();
  const german = language === 'de';

  return {
    /** "Sa., 19. Dez. 2026", never broken over two lines. */
    day: whole(onDay({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })),
    /** "Samstag, 19. Dezember 2026": for headings, and for being read out. */
    fullDay: onDay({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    /** "Samstag, 19. Dezember": where the year goes without saying. */
    dayOfYear: onDay({ weekday: 'long', day: 'numeric', month: 'long' }),
    /** "14.–20. Dez. 2026": from a day to another. */
    daysBetween: (from: LocalDate, to: LocalDate) => span.formatRange(midnight(from), midnight(to)),
    /** "Sa" */
    weekday: (date: LocalDate) => shortWeekday(date).replace('.', ''),
    /** "19" */
    dayOfMonth: (date: LocalDate) => String(Number(date.slice(8))),
    /** "Dezember 2026" */
    month: onDay({ month: 'long', year: 'numeric' }),
    /** "Dezember" */
    monthName: onDay({ month: 'long' }),

    /** "14:00 Uhr" of a wall-clock time `14:00`. */
    time: (time: string) => (german ? `${clock(time)} Uhr` : clock(time)),
    /** " Uhr": what is said after a time that stands in a column of them. */
    afterTime: german ? ' Uhr' : '',
    number: (count: number) => counts.format(count),
    /** "12 %" of a share from 0 to 1. */
    percent: (share: number) => percents.format(share),
    /** "14:00": where a column of them stands under a heading. */
    clock,

    /** "35 €", "35,50 €" */
    price(cents: number, currency: string): string {
      let format = money.get(currency);
      if (!format) {
        format = number({ style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
        money.set(currency, format);
      }
      const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
      return format.format(cents / 10 ** digits);
    },
    /** "1 Std. 15 Min." */
    duration: (total: number) => spoken(total, hours, minutes),
    /** "1 Stunde 15 Minuten": for being read out. */
    longDuration: (total: number) => spoken(total, longHours, longMinutes),
    /** "60–80 Min.": between a least and a most. */
    durations: (least: number, most: number) => minutes.formatRange(least, most),
    /** "60–80 Minuten": for being read out. */
    longDurations: (least: number, most: number) => longMinutes.formatRange(least, most),

    /** "Maren, Jonas und Aylin" */
    all: (names: readonly string[]) => lists.format(names),
  };
}

/** "09:00" and "9:00" alike: hours without a leading nought, as they are said. */
const clock = (time: string) => time.slice(0, 5).replace(/^0(?=\d)/, '');

function spoken(total: number, hours: Intl.NumberFormat, minutes: Intl.NumberFormat): string {
  const [h, m] = [Math.floor(total / 60), total % 60];
  return [h > 0 && hours.format(h), (m > 0 || h === 0) && minutes.format(m)].filter(Boolean).join(' ');
}

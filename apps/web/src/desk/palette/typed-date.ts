import { addDays, isDate, type LocalDate, weekday } from '../../lib/dates.ts';
import { spellings } from '../../lib/fold.ts';

/** Said of today, in German and English. */
const NEAR: Readonly<Record<string, number>> = {
  heute: 0,
  today: 0,
  morgen: 1,
  tomorrow: 1,
  ubermorgen: 2,
  uebermorgen: 2,
  gestern: -1,
  yesterday: -1,
};
const WEEKDAYS: readonly (readonly string[])[] = [
  ['montag', 'monday'],
  ['dienstag', 'tuesday'],
  ['mittwoch', 'wednesday'],
  ['donnerstag', 'thursday'],
  ['freitag', 'friday'],
  ['samstag', 'saturday', 'sonnabend'],
  ['sonntag', 'sunday'],
];
const MONTHS: readonly (readonly string[])[] = [
  ['januar', 'january'],
  ['februar', 'february'],
  ['marz', 'maerz', 'march'],
  ['april'],
  ['mai', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['dezember', 'december'],
];
const WEEK = 7;
/** Whoever types a day without a year means one that is not long past. */
const LOOKED_BACK = 60;

/**
 * The day that somebody means who types "morgen", "Sa", "19.12.", "19. Dezember" or "in 6 Wochen"; undefined: no day is
 * meant. A weekday is the next of its name.
 */
export function typedDate(typed: string, today: LocalDate): LocalDate | undefined {
  for (const text of spellings(typed.trim())) {
    const found = near(text, today) ?? inSoMany(text, today) ?? nextWeekday(text, today) ?? written(text, today);
    if (found !== undefined) return found;
  }
  return undefined;
}

function near(text: string, today: LocalDate): LocalDate | undefined {
  const word = Object.keys(NEAR).find((one) => text.length >= 3 && one.startsWith(text));
  return word === undefined ? undefined : addDays(today, NEAR[word] ?? 0);
}

function inSoMany(text: string, today: LocalDate): LocalDate | undefined {
  const [, count, unit] = /^in (\d{1,3}) (tag|day|woche|week)/.exec(text) ?? [];
  if (count === undefined) return undefined;
  return addDays(today, Number(count) * (unit === 'tag' || unit === 'day' ? 1 : WEEK));
}

function nextWeekday(text: string, today: LocalDate): LocalDate | undefined {
  const word = text.replace(/\.$/, '');
  if (word.length < 2) return undefined;
  const index = WEEKDAYS.findIndex((names) => names.some((name) => name.startsWith(word)));
  if (index < 0) return undefined;
  return addDays(today, (index + 1 - weekday(today) + WEEK) % WEEK || WEEK);
}

function written(text: string, today: LocalDate): LocalDate | undefined {
  if (isDate(text)) return text;
  const [, day, month, year] =
    /^(\d{1,2})[./] ?(\d{1,2})(?:[./] ?(\d{4})?)?$/.exec(text) ??
    /^(\d{1,2})\.? ([a-z]{3,})\.?(?: (\d{4}))?$/.exec(text) ??
    [];
  if (day === undefined || month === undefined) return undefined;
  const number = /^\d/.test(month)
    ? Number(month)
    : MONTHS.findIndex((names) => names.some((name) => name.startsWith(month))) + 1;
  const inYear = (one: number) => {
    const date = `${one}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDate(date) ? date : undefined;
  };
  if (year !== undefined) return inYear(Number(year));
  const thisYear = Number(today.slice(0, 4));
  return [thisYear, thisYear + 1]
    .map(inYear)
    .find((date) => date !== undefined && date >= addDays(today, -LOOKED_BACK));
}

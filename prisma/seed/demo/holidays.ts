import { addDays } from '@salon/domain/time/wall-clock';

type Holiday = {
  readonly firstDate: string;
  readonly lastDate: string;
  readonly from?: string;
  readonly name: string;
};

/** When a salon in Hamburg closes in a year: the public holidays, and what is kept around Christmas. */
export function holidaysOf(year: number): Holiday[] {
  const easter = easterSunday(year);
  const single = (date: string, name: string) => ({ firstDate: date, lastDate: date, name });
  return [
    single(`${year}-01-01`, 'Neujahr'),
    single(addDays(easter, -2), 'Karfreitag'),
    single(addDays(easter, 1), 'Ostermontag'),
    single(`${year}-05-01`, 'Tag der Arbeit'),
    single(addDays(easter, 39), 'Christi Himmelfahrt'),
    single(addDays(easter, 50), 'Pfingstmontag'),
    single(`${year}-10-03`, 'Tag der Deutschen Einheit'),
    single(`${year}-10-31`, 'Reformationstag'),
    { firstDate: `${year}-12-24`, lastDate: `${year}-12-26`, name: 'Weihnachten' },
    { ...single(`${year}-12-31`, 'Silvester'), from: '14:00' },
  ];
}

/** Gregorian Easter, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const leap = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leap - moon + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * sunday) / 451);
  const days = epact + sunday - 7 * late + 114;
  const [month, day] = [Math.floor(days / 31), (days % 31) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

import { addDays, weekday } from '@salon/domain/time/wall-clock';

/** Another working day than the weekly plan says; without hours: none. */
type ChangedDay = { readonly who: string; readonly date: string; readonly hours: string | null };

type Absence = {
  readonly who: string;
  readonly kind: 'time_off' | 'blocked';
  /** Local date and wall-clock time. */
  readonly from: readonly [string, string];
  readonly to: readonly [string, string];
  readonly reason: string;
};

/** The first date with this ISO weekday, from `date` on. */
function next(date: string, day: number): string {
  return addDays(date, (day - weekday(date) + 7) % 7);
}

/** Training, a longer morning, a week of late shifts swapped: relative to the day of seeding. */
export function changedDays(today: string): ChangedDay[] {
  return [
    { who: 'Jonas Brandt', date: next(addDays(today, 8), 2), hours: null },
    { who: 'Svenja Hinrichs', date: next(addDays(today, 4), 4), hours: '9:00-18:00' },
    { who: 'Maren Petersen', date: next(addDays(today, 11), 4), hours: '10:00-16:00' },
    { who: 'Lina Ohlsen', date: next(addDays(today, -20), 2), hours: null },
  ];
}

/** Holidays behind and ahead, and an hour kept free for something else. */
export function absences(today: string): Absence[] {
  const behind = next(addDays(today, -45), 1);
  const ahead = next(addDays(today, 19), 1);
  const appointment = next(addDays(today, 2), 3);
  const inventory = next(addDays(today, 5), 5);
  return [
    {
      who: 'Aylin Demir',
      kind: 'time_off',
      from: [behind, '00:00'],
      to: [addDays(behind, 7), '00:00'],
      reason: 'Urlaub',
    },
    {
      who: 'Tomasz Kowalski',
      kind: 'time_off',
      from: [addDays(ahead, 3), '00:00'],
      to: [addDays(ahead, 14), '00:00'],
      reason: 'Urlaub',
    },
    {
      who: 'Maren Petersen',
      kind: 'blocked',
      from: [appointment, '13:30'],
      to: [appointment, '15:00'],
      reason: 'Steuerberater',
    },
    { who: 'Jonas Brandt', kind: 'blocked', from: [inventory, '10:00'], to: [inventory, '11:00'], reason: 'Inventur' },
  ];
}

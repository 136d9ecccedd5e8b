import { DAY } from '@salon/domain/time/interval';
import { weekday } from '@salon/domain/time/wall-clock';
import type { Random } from '../random.ts';

/**
 * The share of working time that is booked on a day, as it is aimed at: full behind us, two thirds in the next days,
 * less and less further ahead; Fridays and Saturdays go first.
 */
export function occupancy(today: string, date: string, random: Random): number {
  const ahead = (Date.parse(date) - Date.parse(today)) / DAY;
  const popular = weekday(date) === 5 || weekday(date) === 6 ? 0.07 : 0;
  const luck = (random.share() - 0.5) * 0.12;
  const base = ahead < 0 ? 0.7 : Math.max(0.12, 0.6 - 0.017 * ahead);
  return base + popular + luck;
}

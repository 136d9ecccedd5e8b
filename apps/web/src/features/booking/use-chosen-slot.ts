import type { SalonAnswer } from '@salon/contracts/salon';
import { useQuery } from '@tanstack/react-query';
import { bookableDays } from '../times/bookable-days.ts';
import { slotAt } from '../times/day.ts';
import { timesQuery, windowsOf } from '../times/times.queries.ts';
import type { Wish } from './wish.ts';
import { timesFor } from './wish-times.ts';

/** The chosen start as it is offered now, with its price; and the day it is on. Asks only when a start is chosen. */
export function useChosenSlot(page: SalonAnswer, wish: Wish) {
  const { today } = bookableDays(page, Date.now());
  const date = wish.day ?? today;
  const times = useQuery({
    ...timesQuery(timesFor(page, wish), windowsOf(today, date, date)[0] ?? today),
    enabled: wish.at !== null,
  });
  const day = times.data?.days.find((one) => one.date === date);
  return { times, day, slot: slotAt(day, wish.at ?? '') };
}

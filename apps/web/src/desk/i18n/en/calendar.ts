import type { calendar } from '../de/calendar.ts';

export const calendarEn = {
  title: 'Calendar',
} satisfies typeof calendar;

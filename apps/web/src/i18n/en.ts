import type { Messages } from './de.ts';
import { basketEn } from './en/basket.ts';
import { bookingEn } from './en/booking.ts';
import { manageEn } from './en/manage.ts';
import { problemsEn } from './en/problems.ts';
import { shellEn } from './en/shell.ts';
import { visitEn } from './en/visit.ts';

/** English, written for people who live in Germany: prices in euros, the clock of 24 hours. */
export const en = {
  shell: shellEn,
  problems: problemsEn,
  booking: bookingEn,
  basket: basketEn,
  manage: manageEn,
  visit: visitEn,
} satisfies Messages;

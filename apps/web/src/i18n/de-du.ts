import type { Messages } from './de.ts';
import { basketDu } from './de-du/basket.ts';
import { bookingDu } from './de-du/booking.ts';
import { manageDu } from './de-du/manage.ts';
import { problemsDu } from './de-du/problems.ts';
import { shellDu } from './de-du/shell.ts';
import { visitDu } from './de-du/visit.ts';

/** German with du: only what differs is said anew. */
export const deDu = {
  shell: shellDu,
  problems: problemsDu,
  booking: bookingDu,
  basket: basketDu,
  manage: manageDu,
  visit: visitDu,
} satisfies Messages;

import type { Messages } from './de.ts';
import { bookingDu } from './de-du/booking.ts';
import { manageDu } from './de-du/manage.ts';
import { problemsDu } from './de-du/problems.ts';
import { shellDu } from './de-du/shell.ts';

/** German with du: only what differs is said anew. */
export const deDu = { shell: shellDu, problems: problemsDu, booking: bookingDu, manage: manageDu } satisfies Messages;

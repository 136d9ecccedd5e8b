import type { Messages } from './de.ts';
import { bookingEn } from './en/booking.ts';
import { manageEn } from './en/manage.ts';
import { problemsEn } from './en/problems.ts';
import { shellEn } from './en/shell.ts';

/** English, written for people who live in Germany: prices in euros, the clock of 24 hours. */
export const en = { shell: shellEn, problems: problemsEn, booking: bookingEn, manage: manageEn } satisfies Messages;

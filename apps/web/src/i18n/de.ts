import { basket } from './de/basket.ts';
import { booking } from './de/booking.ts';
import { manage } from './de/manage.ts';
import { problems } from './de/problems.ts';
import { shell } from './de/shell.ts';
import { visit } from './de/visit.ts';

/** German with Sie. Its shape is the type of every language. */
export const de = { shell, problems, booking, basket, manage, visit };

/** Every text of the page; those with parameters are functions. */
export type Messages = typeof de;

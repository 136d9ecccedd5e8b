import { Trend } from 'k6/metrics';
import { failures, wrongAnswers } from './booking.ts';
import { type LoadSalons, serviceIdOf, slugOf } from './load-salons.ts';
import { getAvailability } from './request.ts';
import { dateAfter, SALONS } from './slots.ts';

/** How long people wait for free times. */
const browsing = new Trend('browsing', true);
/** Weeks ahead that people look at. */
const WEEKS = 20;

/** Looks at a fortnight of free times somewhere: `number` says where and when. A fortnight without any is wrong. */
export function browse(number: number, salons: LoadSalons): void {
  const salon = number % SALONS;
  const from = dateAfter(salons.today, 1 + 7 * (Math.floor(number / SALONS) % WEEKS));
  const answer = getAvailability(slugOf(salon), serviceIdOf(salons, salon), from);
  browsing.add(answer.timings.duration);
  failures.add(answer.status !== 200);
  if (answer.status === 200 && !answer.body.includes('"startsAt"')) wrongAnswers.add(1);
}

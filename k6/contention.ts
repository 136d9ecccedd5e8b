// 1000 people after the same twenty chairs; when each has asked once, after the next twenty, and so on without a pause.
// All but twenty of a round lose: they must hear so soon, and be told other times.
//
//   npm run load -- contention [--short]
//   k6 run k6/contention.ts            (against a product of yours: BASE_URL, SCALE, DURATION, SHORT)
import exec from 'k6/execution';
import { isHelpful } from './lib/answer.ts';
import { book, wrongAnswers } from './lib/booking.ts';
import { users } from './lib/environment.ts';
import { type LoadSalons, loadSalons } from './lib/load-salons.ts';
import { optionsFor } from './lib/options.ts';
import { crowd } from './lib/shapes.ts';
import { hotSlotOf } from './lib/slots.ts';
import { summarise } from './lib/summary.ts';
import { wishFor } from './lib/wish.ts';

const CROWD = 1000;

export const options = optionsFor('contention', crowd(CROWD, '60s', '15s'));
export const setup = loadSalons;
export const handleSummary = summarise;

export default function customer(salons: LoadSalons): void {
  const { iterationInTest } = exec.scenario;
  const round = Math.floor(iterationInTest / users(CROWD));
  const slot = hotSlotOf(round, iterationInTest % users(CROWD), salons.today);
  const answer = book(wishFor(slot, salons), { expected: [201, 409] });
  if (answer.status === 409 && !isHelpful(answer)) wrongAnswers.add(1);
}

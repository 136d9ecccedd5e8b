// Phones with a bad connection: every booking is sent two to five times, some at once and some later, and every third
// answer is thrown away as if it had never come. One booking per key, and the same answer each time.
//
//   npm run load -- replay [--short]
//   k6 run k6/replay.ts                (against a product of yours: BASE_URL, SCALE, DURATION, SHORT)
import { sleep } from 'k6';
import exec from 'k6/execution';
import { book, bookAtOnce, wrongAnswers } from './lib/booking.ts';
import { type LoadSalons, loadSalons } from './lib/load-salons.ts';
import { optionsFor } from './lib/options.ts';
import { crowd } from './lib/shapes.ts';
import { slotOf } from './lib/slots.ts';
import { summarise } from './lib/summary.ts';
import { wishFor } from './lib/wish.ts';

export const options = optionsFor('replay', crowd(300, '60s', '15s'));
export const setup = loadSalons;
export const handleSummary = summarise;

export default function customer(salons: LoadSalons): void {
  const number = exec.scenario.iterationInTest;
  const wish = wishFor(slotOf(number, salons.today), salons);
  const times = 2 + (number % 4);
  const atOnce = 1 + (Math.floor(number / 4) % times);
  const sending = (index: number) => ({ expected: [200, 201], discarded: (number + index) % 3 === 0 });

  const answers = bookAtOnce(
    wish,
    Array.from({ length: atOnce }, (_, index) => sending(index)),
  );
  for (let index = atOnce; index < times; index += 1) {
    sleep(0.1 * index);
    answers.push(book(wish, sending(index)));
  }

  // An attempt that failed is counted as such already; the others must agree.
  const told = answers.filter(({ status }) => status === 200 || status === 201);
  const made = told.filter(({ status }) => status === 201).length;
  const agree = new Set(told.map(({ bookingId, answer }) => `${bookingId} ${answer}`)).size <= 1;
  if (!agree || made > 1 || (told.length === times && made !== 1)) wrongAnswers.add(1);
}

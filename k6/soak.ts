// An hour of an even stream: two hundred people a second, every other one only looking. Memory, connections and waiting
// times must be at the end what they were at the beginning.
//
//   npm run load -- soak               (60 minutes; DURATION=10m for less)
//   k6 run k6/soak.ts                  (against a product of yours: BASE_URL, RATE, DURATION, SHORT)
import exec from 'k6/execution';
import { book } from './lib/booking.ts';
import { browse } from './lib/browsing.ts';
import { type LoadSalons, loadSalons } from './lib/load-salons.ts';
import { bookingP95, optionsFor } from './lib/options.ts';
import { stream } from './lib/shapes.ts';
import { slotOf } from './lib/slots.ts';
import { summarise } from './lib/summary.ts';
import { wishFor } from './lib/wish.ts';

const MOST_AT_ONCE = 500;

export const options = optionsFor('soak', stream(200, MOST_AT_ONCE, '60m', '30s'), {
  ...bookingP95(500),
  dropped_iterations: ['count==0'],
});
export const setup = loadSalons;
export const handleSummary = summarise;

export default function customer(salons: LoadSalons): void {
  const number = exec.scenario.iterationInTest;
  if (number % 2) browse(number, salons);
  else book(wishFor(slotOf(number / 2, salons.today), salons), { expected: [201] });
}

// A day that grows busy: up to 1000 people book, each a time of her own, and think for a second in between. Every third visit
// is colour and cut in one.
//
//   npm run load -- public-booking [--short]
//   k6 run k6/public-booking.ts        (against a product of yours: BASE_URL, SCALE, SHORT)
import { sleep } from 'k6';
import exec from 'k6/execution';
import { book } from './lib/booking.ts';
import { type LoadSalons, loadSalons } from './lib/load-salons.ts';
import { bookingP95, optionsFor } from './lib/options.ts';
import { rushHour } from './lib/shapes.ts';
import { errandOf } from './lib/slots.ts';
import { summarise } from './lib/summary.ts';
import { wishFor } from './lib/wish.ts';

export const options = optionsFor('public-booking', rushHour(), bookingP95(500));
export const setup = loadSalons;
export const handleSummary = summarise;

export default function customer(salons: LoadSalons): void {
  book(wishFor(errandOf(exec.scenario.iterationInTest, salons.today), salons), { expected: [201] });
  sleep(1);
}

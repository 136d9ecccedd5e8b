// 1000 people who book one visit after the other without a pause: how many bookings a second, and does anybody starve?
//
//   npm run load -- closed-loop [--short]
//   k6 run k6/closed-loop.ts           (against a product of yours: BASE_URL, SCALE, DURATION, SHORT)
import exec from 'k6/execution';
import { book } from './lib/booking.ts';
import { type LoadSalons, loadSalons } from './lib/load-salons.ts';
import { optionsFor } from './lib/options.ts';
import { crowd } from './lib/shapes.ts';
import { slotOf } from './lib/slots.ts';
import { summarise } from './lib/summary.ts';
import { wishFor } from './lib/wish.ts';

export const options = optionsFor('closed-loop', crowd(1000, '60s', '15s'));
export const setup = loadSalons;
export const handleSummary = summarise;

export default function customer(salons: LoadSalons): void {
  book(wishFor(slotOf(exec.scenario.iterationInTest, salons.today), salons), { expected: [201] });
}

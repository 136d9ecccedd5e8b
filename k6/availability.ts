// People who look before they book: ten looks at a fortnight of free times, then one booking, a second in between.
//
//   npm run load -- availability [--short]
//   k6 run k6/availability.ts          (against a product of yours: BASE_URL, SCALE, DURATION, SHORT)
import { sleep } from 'k6';
import exec from 'k6/execution';
import { book } from './lib/booking.ts';
import { browse } from './lib/browsing.ts';
import { type LoadSalons, loadSalons } from './lib/load-salons.ts';
import { bookingP95, optionsFor } from './lib/options.ts';
import { crowd } from './lib/shapes.ts';
import { slotOf } from './lib/slots.ts';
import { summarise } from './lib/summary.ts';
import { wishFor } from './lib/wish.ts';

const LOOKS = 10;

export const options = optionsFor('availability', crowd(100, '2m', '20s'), bookingP95(500));
export const setup = loadSalons;
export const handleSummary = summarise;

export default function customer(salons: LoadSalons): void {
  const { idInTest, iterationInScenario } = exec.vu;
  const number = exec.scenario.iterationInTest;
  // Each began somewhere else, or all would book in the same second.
  if ((idInTest + iterationInScenario) % (LOOKS + 1) === 0) {
    book(wishFor(slotOf(number, salons.today), salons), { expected: [201] });
  } else browse(number, salons);
  sleep(1);
}

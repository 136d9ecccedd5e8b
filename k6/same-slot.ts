// 1000 people ask for the same service on the same day at the same time, all at once, with keys and e-mails of their own
// and nobody named: as many are booked as there are free staff, everybody else hears of other times.
//
//   npm run load -- same-slot
//   k6 run k6/same-slot.ts             (against a product of yours: BASE_URL, SCALE)
import { isHelpful } from './lib/answer.ts';
import { book, wrongAnswers } from './lib/booking.ts';
import { users } from './lib/environment.ts';
import { type LoadSalons, loadSalons } from './lib/load-salons.ts';
import { optionsFor } from './lib/options.ts';
import { dateAfter, STAFF } from './lib/slots.ts';
import { summarise } from './lib/summary.ts';
import { wishFor } from './lib/wish.ts';

const CROWD = users(1000);
const CHAIRS = Math.min(STAFF, CROWD);

export const options = optionsFor(
  'same-slot',
  { executor: 'per-vu-iterations', vus: CROWD, iterations: 1, maxDuration: '60s' },
  { bookings_made: [`count==${CHAIRS}`], refusals: [`count==${CROWD - CHAIRS}`] },
);
export const setup = loadSalons;
export const handleSummary = summarise;

export default function customer(salons: LoadSalons): void {
  const slot = { salon: 0, date: dateAfter(salons.today, 7), time: '14:00', staff: null };
  const answer = book(wishFor(slot, salons), { expected: [201, 409] });
  if (answer.status === 409 && !isHelpful(answer)) wrongAnswers.add(1);
}

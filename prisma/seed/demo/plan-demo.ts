import type { Salon } from '@salon/api/features/salon/salon';
import { seededRandom } from '../random.ts';
import type { Catalogue } from './catalogue.ts';
import { CHILDREN } from './names.ts';
import { type Person, people } from './people.ts';
import { type PlannedDay, planVisits, type Span } from './plan.ts';

const CUSTOMERS = 500;

/** Who comes to the demo salon and when, by the salon as the API reads it. Pure: a second plan is equal to the first. */
export function planDemo(
  { config, staff }: Salon,
  { timeOff }: Catalogue,
  today: string,
  span: Span,
): { customers: Person[]; days: PlannedDay[] } {
  const customers = people(seededRandom(`people of ${today}`), CUSTOMERS, CHILDREN);
  const away = timeOff.map(({ staffId, from, to }) => ({
    claimantId: staffId,
    start: from.getTime(),
    end: to.getTime(),
    visit: false,
  }));
  const nameOf = ({ id }: { id: string }) => staff.get(id)?.name ?? '';
  return { customers, days: planVisits({ config, today, away, nameOf }, customers, span) };
}

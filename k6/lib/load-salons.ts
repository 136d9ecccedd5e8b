import { fail } from 'k6';
import http from 'k6/http';
import { BASE_URL } from './environment.ts';
import { CUT, SALONS, STAFF } from './slots.ts';

/** Characters of a UUID. */
const ID = 36;
const AT_ONCE = 20;

/**
 * What all users know of the load salons. Ids stand in one long text each, because every user has a copy of her own:
 * a thousand small arrays would be a thousand times the objects.
 */
export type LoadSalons = {
  /** Tells keys of this run from those of earlier ones. */
  run: string;
  /** The day of the run, as a date. */
  today: string;
  services: string;
  staff: string;
};

type SalonAnswer = { services: { id: string; name: string }[]; staff: { id: string }[] };

/** Asks the API for its load salons. Ends the run with a sentence when they are not there. */
export function loadSalons(): LoadSalons {
  const salons: SalonAnswer[] = [];
  while (salons.length < SALONS) {
    const slugs = Array.from({ length: AT_ONCE }, (_, index) => slugOf(salons.length + index));
    const answers = http.batch(slugs.map((slug) => ['GET', `${BASE_URL}/api/salons/${slug}`, null, tagged()]));
    for (const answer of answers) {
      if (answer.status === 429) fail('Requests are limited: start the product with RATE_LIMIT=off.');
      if (answer.status === 0) fail(`Nobody answers at ${BASE_URL}: start the product, or set BASE_URL.`);
      if (answer.status === 404) fail(`There are no ${SALONS} load salons: npm run db:seed -- --load-salons ${SALONS}`);
      if (answer.status !== 200) fail(`The API answered ${answer.status} when asked for a salon: see its log.`);
      salons.push(answer.json() as unknown as SalonAnswer);
    }
  }
  return {
    run: Date.now().toString(36),
    today: new Date().toISOString().slice(0, 10),
    services: salons.map(({ services }) => services.find(({ name }) => name === CUT[0])?.id ?? '').join(''),
    staff: salons.flatMap(({ staff }) => staff.map(({ id }) => id)).join(''),
  };
}

const tagged = () => ({ tags: { name: 'GET /api/salons/:slug' } });

/** The slug of a load salon, counted from 0. */
export const slugOf = (salon: number) => `load-${String(salon + 1).padStart(3, '0')}`;

/** The id of its haircut. */
export const serviceIdOf = ({ services }: LoadSalons, salon: number) => services.slice(salon * ID, (salon + 1) * ID);

/** The id of one of its staff, counted from 0. */
export function staffIdOf({ staff }: LoadSalons, salon: number, position: number): string {
  const at = (salon * STAFF + position) * ID;
  return staff.slice(at, at + ID);
}

import { seededRandom } from '../random.ts';
import { seededId } from '../seeded-id.ts';

export type RowIds = ReturnType<typeof rowIds>;

/** Ids for the rows of one salon: drawn from a seed, and found again by the name of what they were drawn for. */
export function rowIds(seed: string, createdAt: number) {
  const random = seededRandom(seed);
  const named = new Map<string, string>();
  const fresh = () => seededId(random, createdAt);

  function of(kind: 'category' | 'service' | 'staff', name: string): string {
    const key = `${kind} ${name}`;
    const id = named.get(key) ?? fresh();
    named.set(key, id);
    return id;
  }

  return { salonId: fresh(), fresh, of };
}

import exec from 'k6/execution';
import { type LoadSalons, slugOf, staffIdOf } from './load-salons.ts';
import { CUT, type Slot } from './slots.ts';

/** What a customer asks for, and the key she asks with. */
export type Wish = {
  key: string;
  salon: string;
  /** Names, in the order in which they are done. */
  services: readonly string[];
  date: string;
  time: string;
  /** Who is to do all of it; null: anybody. */
  staffId: string | null;
  name: string;
};

/**
 * A customer's wish for a slot (a cut, unless it says what else), with a key and an e-mail nobody else has. The user's
 * number stands in the key, so that the clients' log tells how many were at work.
 */
export function wishFor(slot: Slot & { services?: readonly string[] }, salons: LoadSalons): Wish {
  const { scenario, vu } = exec;
  return {
    key: `${scenario.name}.${salons.run}.${vu.idInTest}.${scenario.iterationInTest}`,
    salon: slugOf(slot.salon),
    services: slot.services ?? CUT,
    date: slot.date,
    time: slot.time,
    staffId: slot.staff === null ? null : staffIdOf(salons, slot.salon, slot.staff),
    name: `Gast ${vu.idInTest}`,
  };
}

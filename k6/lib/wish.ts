import exec from 'k6/execution';
import { type LoadSalons, SERVICE, slugOf, staffIdOf } from './load-salons.ts';
import type { Slot } from './slots.ts';

/** What a customer asks for, and the key she asks with. */
export type Wish = {
  key: string;
  salon: string;
  service: string;
  date: string;
  time: string;
  staffId: string | null;
  name: string;
};

/**
 * A customer's wish for a slot, with a key and an e-mail nobody else has. The user's number stands in the key, so that
 * the clients' log tells how many were at work.
 */
export function wishFor(slot: Slot, salons: LoadSalons): Wish {
  const { scenario, vu } = exec;
  return {
    key: `${scenario.name}.${salons.run}.${vu.idInTest}.${scenario.iterationInTest}`,
    salon: slugOf(slot.salon),
    service: SERVICE,
    date: slot.date,
    time: slot.time,
    staffId: slot.staff === null ? null : staffIdOf(salons, slot.salon, slot.staff),
    name: `Gast ${vu.idInTest}`,
  };
}

import type { DeskVisit } from '@salon/contracts/desk/visit';
import type { Picked } from '../customers/picked.ts';

/** Whom a visit was for, for another one. */
export function pickedOf({ customerId, name, email, phone, marks }: DeskVisit): Picked {
  if (customerId === null) return { kind: 'walkIn' };
  return {
    kind: 'card',
    customer: { id: customerId, name, email, phone, allergy: marks.allergy, noShows: marks.noShows },
  };
}

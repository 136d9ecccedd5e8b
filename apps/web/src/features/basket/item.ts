import type { SalonAnswer } from '@salon/contracts/salon';
import { firstName, type Service } from '../booking/offer.ts';
import { processingMinutes, type Terms, termsOf } from '../booking/total.ts';
import { ANYBODY, type Whom, whomEach } from '../booking/whom.ts';
import type { Wish } from '../booking/wish.ts';
import { minutesOf, type Slot } from '../times/day.ts';

/** One service as it stands in the basket. */
export type Item = {
  readonly service: Service;
  readonly terms: Terms;
  /** Minutes in which its colour (or the like) develops. */
  readonly processing: number;
  /** First name of who does it; null: whoever can; undefined: goes without saying, the same for all. */
  readonly by: string | null | undefined;
};

/** The services wanted, each with what it takes and costs and, where several people come into it, who does it. */
export function itemsOf(
  { services, whom }: Pick<Wish, 'services' | 'whom'>,
  offer: Pick<SalonAnswer, 'services' | 'staff'>,
  slot: Slot | undefined,
): readonly Item[] {
  const each = whomEach(whom, services.length).map((wanted, index) => doneBy(slot, services[index]) ?? wanted);
  const several = new Set(each).size > 1;
  return services.flatMap((id, index) => {
    const service = offer.services.find((one) => one.id === id);
    if (!service) return [];
    const by = each[index] ?? ANYBODY;
    const person = offer.staff.find((one) => one.id === by);
    const terms = termsOf(service, by);
    const minutes = minutesIn(slot, id);
    return {
      service,
      terms: minutes === undefined ? terms : { ...terms, least: minutes, minutes },
      processing: processingMinutes(service.variants.find(({ staffId }) => staffId === by) ?? service),
      by: several ? (person ? firstName(person.name) : null) : undefined,
    };
  });
}

/** Who does a service in a slot; in one of a single service the first of those it can be had with. */
function doneBy(slot: Slot | undefined, service: string | undefined): Whom | undefined {
  if (!slot?.items) return slot?.staffIds[0];
  return slot.items.find(({ serviceId }) => serviceId === service)?.staffId;
}

function minutesIn(slot: Slot | undefined, service: string): number | undefined {
  if (!slot?.items) return slot?.durationMinutes;
  const index = slot.items.findIndex(({ serviceId }) => serviceId === service);
  return index < 0 ? undefined : minutesOf(slot, index);
}

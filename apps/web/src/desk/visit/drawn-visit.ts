import type { DeskVisit } from '@salon/contracts/desk/visit';
import { MINUTE } from '@salon/domain/time/interval';
import { formatInstant } from '@salon/domain/time/wall-clock';
import { type Draft, endOf, type Placed, placed } from './draft.ts';

const NO_MARKS: DeskVisit['marks'] = {
  ...{ newCustomer: false, note: false, allergy: false, noShows: 0 },
  ...{ online: false, overlaps: false, sameCustomerAtOnce: false },
};

/** A visit that the API knows nothing of yet. */
export const newVisit = (id: string, name: string): DeskVisit => ({
  ...{ id, reference: '', status: 'confirmed', version: 0, startsAt: '', endsAt: '', customerId: null, name },
  ...{ guestName: null, phone: null, email: null, note: null, items: [], stations: [], marks: NO_MARKS },
});

/** A visit as it will look once it is what the draft says. */
export function drawnVisit(
  base: DeskVisit,
  draft: Draft,
  { timeZone, staffName }: { readonly timeZone: string; readonly staffName: (id: string) => string },
): DeskVisit {
  const text = (instant: number) => formatInstant(timeZone, instant);
  const items = placed(draft).map((item, position): DeskVisit['items'][number] => ({
    ...{ position, serviceId: item.serviceId, service: item.service, staffId: item.staffId },
    ...{ staff: staffName(item.staffId), startsAt: text(item.start), endsAt: text(item.end) },
    phases: phasesInTime(item).map(({ kind, start, end }) => ({ kind, startsAt: text(start), endsAt: text(end) })),
    ...(item.priceCents === null ? {} : { priceCents: item.priceCents }),
  }));
  // Chairs are chosen by the API.
  return { ...base, items, startsAt: text(draft.start), endsAt: text(endOf(draft)), stations: [] };
}

function phasesInTime({ start, phases }: Placed) {
  let next = start;
  return phases.map(({ kind, minutes }) => {
    const from = next;
    next += minutes * MINUTE;
    return { kind, start: from, end: next };
  });
}

import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import type { DeskVisit } from '@salon/contracts/desk/visit';

type Item = DeskVisit['items'][number];

/** The day of the stories, an ordinary Saturday before Christmas. */
export const DAY = '2026-12-19';
export const ZONE = 'Europe/Berlin';

/** An instant of that day by its clock: `10:15`. */
export const at = (clock: string, date = DAY): number => Date.parse(`${date}T${clock}:00+01:00`);
const text = (clock: string) => `${DAY}T${clock}:00+01:00`;

const NO_MARKS: DeskVisit['marks'] = {
  ...{ newCustomer: false, note: false, allergy: false, noShows: 0 },
  ...{ online: false, overlaps: false, sameCustomerAtOnce: false },
};

/** What is done: `['work', '10:00', '10:15']`, one after the other. */
type Phases = readonly (readonly ['work' | 'processing' | 'finish', string, string])[];

/** A service of a visit with somebody, at the times of its phases. */
export function item(staffId: string, service: string, ...phases: Phases): Omit<Item, 'position'> {
  return {
    ...{ staffId, staff: `Frau ${staffId}`, service, serviceId: service },
    startsAt: text(phases[0]?.[1] ?? '00:00'),
    endsAt: text(phases.at(-1)?.[2] ?? '00:00'),
    phases: phases.map(([kind, from, to]) => ({ kind, startsAt: text(from), endsAt: text(to) })),
  };
}

/** A confirmed visit of somebody, of these services. */
export function visit(name: string, ...items: readonly Omit<Item, 'position'>[]): DeskVisit {
  return {
    ...{ id: name, reference: name, status: 'confirmed', version: 1, name, guestName: null, customerId: name },
    ...{ phone: null, email: null, note: null, stations: [], marks: NO_MARKS },
    startsAt: items.map((one) => one.startsAt).sort()[0] ?? '',
    endsAt:
      items
        .map((one) => one.endsAt)
        .sort()
        .at(-1) ?? '',
    items: items.map((one, position) => ({ ...one, position })),
  };
}

/** Colour: an hour and a quarter from 10:00, of which half an hour develops. */
export const colour = (name: string, staffId = 'ada') =>
  visit(
    name,
    item(staffId, 'Farbe', ['work', '10:00', '10:30'], ['processing', '10:30', '11:00'], ['finish', '11:00', '11:15']),
  );

/** A cut between two times. */
export const cut = (name: string, from: string, to: string, staffId = 'ada') =>
  visit(name, item(staffId, 'Schnitt', ['work', from, to]));

/** A salon of three on that day, open from 9 to 18. */
export function calendar(changes: Partial<CalendarAnswer> = {}): CalendarAnswer {
  const staff = ['ada', 'ben', 'cem'];
  return {
    ...{ timezone: ZONE, from: DAY, days: 1, stations: [], closures: [], timeOff: [], visits: [] },
    staff: staff.map((id) => ({
      ...{ id, name: `Frau ${id}`, title: null, photoUrl: null, colour: null, mine: false },
    })),
    openings: staff.map((staffId) => ({
      ...{ date: DAY, staffId },
      spans: [{ startsAt: text('09:00'), endsAt: text('18:00') }],
    })),
    ...changes,
  };
}

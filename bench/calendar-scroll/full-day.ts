import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import { MINUTE } from '@salon/domain/time/interval';
import { formatInstant, resolveStart } from '@salon/domain/time/wall-clock';

const ZONE = 'Europe/Berlin';
export const STAFF = 20;
export const VISITS = 60;
/** In every forty minutes a colour that develops for twenty, and in these twenty two short visits. */
const ROUND = 40;

const NAMES = ['Müller', 'Schmidt-Rottluff', 'Öztürk', 'Weber', 'von Hohenlohe-Langenburg', 'Yılmaz', 'Krämer', 'Groß'];

type Visit = CalendarAnswer['visits'][number];
type Part = readonly [kind: 'work' | 'processing' | 'finish', minutes: number];

const id = (staff: number, visit: number) =>
  `00000000-0000-7000-8000-${String(staff * 1_000 + visit).padStart(12, '0')}`;
export const staffId = (index: number) => id(900, index);

/** A day as full as can be: twenty people, sixty visits each. */
export function fullDay(date: string): CalendarAnswer {
  const opens = resolveStart(ZONE, date, '07:00') ?? 0;
  const at = (minute: number) => formatInstant(ZONE, opens + minute * MINUTE);
  const people = Array.from({ length: STAFF }, (_, index) => ({
    id: staffId(index),
    name: `Mitarbeiterin ${index + 1}`,
  }));
  return {
    ...{ timezone: ZONE, from: date, days: 1, stations: [], closures: [], timeOff: [] },
    staff: people.map((one) => ({ ...one, title: null, photoUrl: null, colour: null, mine: false })),
    openings: people.map((one) => ({ date, staffId: one.id, spans: [{ startsAt: at(0), endsAt: at(14 * 60) }] })),
    visits: people.flatMap((person, staff) =>
      Array.from({ length: VISITS }, (_, number) => {
        const start = Math.floor(number / 3) * ROUND;
        const name = NAMES[(staff * 7 + number) % NAMES.length] ?? '';
        const visit = (service: string, from: number, parts: readonly Part[]) =>
          visitOf({ id: id(staff, number), name, person, service, from, parts }, at);
        if (number % 3 === 0)
          return visit('Farbe', start, [
            ['work', 10],
            ['processing', 20],
            ['finish', 10],
          ]);
        return visit(number % 3 === 1 ? 'Pony' : 'Bart', start + (number % 3) * 10, [['work', 10]]);
      }),
    ),
  };
}

type Plan = {
  readonly id: string;
  readonly name: string;
  readonly person: { readonly id: string; readonly name: string };
  readonly service: string;
  /** Minutes from the opening. */
  readonly from: number;
  readonly parts: readonly Part[];
};

/** One visit of one service. */
export function visitOf(plan: Plan, at: (minute: number) => string): Visit {
  const { from, parts, person } = plan;
  let minute = from;
  const phases = parts.map(([kind, minutes]) => {
    const startsAt = at(minute);
    minute += minutes;
    return { kind, startsAt, endsAt: at(minute) };
  });
  const span = { startsAt: at(from), endsAt: at(minute) };
  const number = Number(plan.id.slice(-12));
  return {
    ...{ id: plan.id, reference: plan.id.slice(-6), status: 'confirmed', version: 1, ...span },
    ...{ customerId: plan.id, name: plan.name, guestName: null, phone: null, email: null, note: null, stations: [] },
    items: [
      {
        ...{ position: 0, serviceId: staffId(500), service: plan.service, ...span, phases },
        ...{ staffId: person.id, staff: person.name },
      },
    ],
    marks: {
      ...{ newCustomer: number % 7 === 0, note: number % 5 === 0, allergy: number % 31 === 0, noShows: 0 },
      ...{ online: number % 2 === 0, overlaps: false, sameCustomerAtOnce: false },
    },
  };
}

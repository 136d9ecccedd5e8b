import { seededRandom } from '../random.ts';
import { seededId } from '../seeded-id.ts';
import { minutesOf } from '../wall-hours.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const TEAM = ['Ada', 'Ben', 'Cem', 'Dora', 'Elif'];
const HOURS = minutesOf('7:00-21:00');
const SERVICES = [
  { name: 'Haarschnitt', priceCents: 3_500, phases: [{ kind: 'work', minutes: 30 }] },
  {
    name: 'Färben',
    priceCents: 6_500,
    phases: [
      { kind: 'work', minutes: 30 },
      { kind: 'processing', minutes: 30 },
      { kind: 'finish', minutes: 15 },
    ],
  },
] as const;
const MADE_AT = Date.parse('2026-01-01T00:00:00Z');

/** `load-001` for 1; a thousand takes the digits it needs. */
export const slugOf = (number: number) => `load-${String(number).padStart(3, '0')}`;

/** A salon to be put under load, as rows: five staff who all do everything, all day, every day. Equal for equal numbers. */
export function loadSalon(number: number) {
  const slug = slugOf(number);
  const random = seededRandom(slug);
  const newId = () => seededId(random, MADE_AT);
  const salonId = newId();
  const categoryId = newId();
  const services = SERVICES.map((service) => ({ ...service, id: newId() }));
  const staff = TEAM.map((name, position) => ({ salonId, id: newId(), name, position }));
  return {
    salon: {
      id: salonId,
      slug,
      name: `Salon ${number} unter Last`,
      timeZone: 'Europe/Berlin',
      leadMinutes: 0,
      horizonDays: 366,
      stepMinutes: 15,
      createdAt: new Date(MADE_AT),
    },
    category: { salonId, id: categoryId, name: 'Haare', position: 0 },
    services: services.map(({ id, name, priceCents }, position) => ({
      salonId,
      id,
      categoryId,
      name,
      priceCents,
      position,
    })),
    phases: services.flatMap(({ id: serviceId, phases }) =>
      phases.map((phase, position) => ({ salonId, serviceId, position, ...phase })),
    ),
    staff,
    offers: staff.flatMap(({ id: staffId }) => services.map(({ id: serviceId }) => ({ salonId, staffId, serviceId }))),
    weekly: staff.flatMap(({ id: staffId }) =>
      WEEK.map((weekday) => ({ salonId, id: newId(), staffId, weekday, ...HOURS })),
    ),
  };
}

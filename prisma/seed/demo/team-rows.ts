import { minutesOf } from '../wall-hours.ts';
import { absences, changedDays } from './absences.ts';
import { askedPrice, listPrice } from './asked-price.ts';
import { instant } from './clock.ts';
import type { RowIds } from './row-ids.ts';
import { PRICE_LIST } from './service-list.ts';
import { TEAM } from './team.ts';

/** Of each one's column in the calendar, told apart beside each other. */
const COLUMN_COLOURS = ['#be185d', '#0369a1', '#b45309', '#4d7c0f', '#4338ca', '#0f766e'];
/** Own minutes are told in steps of five. */
const OWN_STEP = 5;

/** Who works there as rows: hours, skills, own prices and paces, and when they are away. */
export function teamRows({ salonId, fresh, of }: RowIds, today: string) {
  const services = PRICE_LIST.flatMap((category) => category.services);
  const offers = TEAM.flatMap((person) =>
    services
      .filter(({ name }) => person.services.includes(name))
      .map((service) => {
        const key = { salonId, staffId: of('staff', person.name), serviceId: of('service', service.name) };
        return { key, person, service };
      }),
  );
  return {
    staff: TEAM.map(({ name, title }, position) => ({
      salonId,
      id: of('staff', name),
      name,
      title,
      colour: COLUMN_COLOURS[position] ?? null,
      position,
    })),
    offers: offers.map(({ key, person, service }) => {
      const asked = askedPrice(service.name, person);
      return { ...key, priceCents: asked === listPrice(service.name).priceCents ? null : asked };
    }),
    ownMinutes: offers.flatMap(({ key, person, service }) =>
      service.phases.flatMap(({ kind, minutes }, position) => {
        const own = Math.ceil((minutes * person.paceFactor) / OWN_STEP) * OWN_STEP;
        return kind === 'processing' || own === minutes ? [] : [{ ...key, position, kind, minutes: own }];
      }),
    ),
    weekly: TEAM.flatMap(({ name, hours }) =>
      Object.entries(hours).flatMap(([day, ranges]) =>
        ranges.map((range) => ({
          salonId,
          id: fresh(),
          staffId: of('staff', name),
          weekday: Number(day),
          ...minutesOf(range),
        })),
      ),
    ),
    exceptions: changedDays(today).map(({ who, date, hours }) => ({
      salonId,
      id: fresh(),
      staffId: of('staff', who),
      date: new Date(date),
      ...(hours === null ? {} : minutesOf(hours)),
    })),
    timeOff: absences(today).map(({ who, kind, from, to, reason }) => ({
      id: fresh(),
      staffId: of('staff', who),
      kind,
      from: new Date(instant(...from)),
      to: new Date(instant(...to)),
      reason,
    })),
  };
}

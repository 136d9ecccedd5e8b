import type { Prisma } from '@salon/db/prisma';
import { addDays, resolveStart, weekday } from '@salon/domain/time/wall-clock';
import { seededRandom } from '../random.ts';
import { seededId } from '../seeded-id.ts';
import { minutesOf } from '../wall-hours.ts';
import { absences, changedDays } from './absences.ts';
import { holidaysOf } from './holidays.ts';
import { PRICE_LIST } from './service-list.ts';
import { TEAM } from './team.ts';

export const SLUG = 'demo';
export const ZONE = 'Europe/Berlin';
/** The salon went online this long before the day it is seeded for, which can be told from it later. */
export const DAYS_ONLINE = 120;
const CHAIRS = ['Fensterplatz links', 'Fensterplatz rechts', 'Spiegelwand', 'Barbierstuhl'];

export type Catalogue = ReturnType<typeof demoCatalogue>;

/** Instant of a wall-clock time at the demo salon. */
export function instant(date: string, time: string): number {
  const at = resolveStart(ZONE, date, time);
  if (at === undefined) throw new RangeError(`${date} ${time} does not exist in ${ZONE}`);
  return at;
}

/** The demo salon as rows, seen from a day; ids and all are the same whenever the day is the same. */
export function demoCatalogue(today: string) {
  const random = seededRandom(`demo ${today}`);
  const createdAt = instant(addDays(today, -DAYS_ONLINE), '09:00');
  const newId = () => seededId(random, createdAt);
  const salonId = newId();
  const ids = <T extends { name: string }>(named: readonly T[]) => new Map(named.map(({ name }) => [name, newId()]));
  const idOf = (map: Map<string, string>, name: string) => {
    const id = map.get(name);
    if (id === undefined) throw new Error(`Nothing is called ${name}`);
    return id;
  };
  const listings = PRICE_LIST.flatMap(({ name: category, services }) => services.map((service) => ({ ...service, category })));
  const categoryIds = ids(PRICE_LIST);
  const serviceIds = ids(listings);
  const staffIds = ids(TEAM);
  const offers = TEAM.flatMap((person) => listings.filter(({ name }) => person.services.includes(name)).map((service) => ({ person, service })));
  const belongs = { salonId };

  return {
    salon: {
      id: salonId,
      slug: SLUG,
      name: 'Salon Elbe',
      timeZone: ZONE,
      locale: 'de',
      addressForm: 'sie',
      currency: 'EUR',
      // A number of the block kept free for films and books.
      phone: '040 66969100',
      email: 'info@demo.example',
      street: 'Große Rainstraße 114',
      postalCode: '22765',
      city: 'Hamburg',
      leadMinutes: 60,
      horizonDays: 90,
      stepMinutes: 15,
      cancellationMinutes: 1440,
      maxOpenBookings: 5,
      createdAt: new Date(createdAt),
    } satisfies Prisma.SalonCreateManyInput,
    categories: PRICE_LIST.map(({ name }, position) => ({ ...belongs, id: idOf(categoryIds, name), name, position })),
    services: listings.map(({ name, description, euros, from, bufferMinutes, noChair, category }, position) => ({
      ...belongs,
      id: idOf(serviceIds, name),
      categoryId: idOf(categoryIds, category),
      name,
      description,
      priceCents: euros * 100,
      priceFrom: from ?? false,
      bufferMinutes: bufferMinutes ?? 0,
      stationKind: noChair ? null : 'chair',
      position,
    })),
    phases: listings.flatMap(({ name, phases }) =>
      phases.map((phase, position) => ({ ...belongs, serviceId: idOf(serviceIds, name), position, ...phase })),
    ),
    stations: CHAIRS.map((name, position) => ({ ...belongs, id: newId(), kind: 'chair', name, position })),
    closures: closuresAround(today).map(({ firstDate, lastDate, from, name }) => ({
      ...belongs,
      id: newId(),
      firstDate: new Date(firstDate),
      lastDate: new Date(lastDate),
      startMinute: from === undefined ? null : minutesOf(`${from}-24:00`).startMinute,
      endMinute: from === undefined ? null : 1440,
      name,
    })),
    staff: TEAM.map(({ name, title }, position) => ({ ...belongs, id: idOf(staffIds, name), name, title, position })),
    offers: offers.map(({ person, service }) => {
      const priceCents = Math.round(service.euros * person.priceFactor) * 100;
      return {
        ...belongs,
        staffId: idOf(staffIds, person.name),
        serviceId: idOf(serviceIds, service.name),
        priceCents: priceCents === service.euros * 100 ? null : priceCents,
      };
    }),
    ownMinutes: offers.flatMap(({ person, service }) =>
      service.phases.flatMap(({ kind, minutes }, position) => {
        const own = Math.ceil((minutes * person.paceFactor) / 5) * 5;
        if (kind === 'processing' || own === minutes) return [];
        const key = { ...belongs, staffId: idOf(staffIds, person.name), serviceId: idOf(serviceIds, service.name) };
        return [{ ...key, position, kind, minutes: own }];
      }),
    ),
    weekly: TEAM.flatMap(({ name, hours }) =>
      Object.entries(hours).flatMap(([day, ranges]) =>
        ranges.map((range) => ({ ...belongs, id: newId(), staffId: idOf(staffIds, name), weekday: Number(day), ...minutesOf(range) })),
      ),
    ),
    exceptions: changedDays(today).map(({ who, date, hours }) => ({
      ...belongs,
      id: newId(),
      staffId: idOf(staffIds, who),
      date: new Date(date),
      ...(hours === null ? {} : minutesOf(hours)),
    })),
    timeOff: absences(today).map(({ who, kind, from, to, reason }) => ({
      id: newId(),
      staffId: idOf(staffIds, who),
      kind,
      from: new Date(instant(...from)),
      to: new Date(instant(...to)),
      reason,
    })),
    owner: { ...belongs, id: newId(), email: 'owner@demo.example', name: 'Maren Petersen', role: 'owner' as const, createdAt: new Date(createdAt) },
    employee: { ...belongs, id: newId(), email: 'staff@demo.example', name: 'Jonas Brandt', role: 'staff' as const, createdAt: new Date(createdAt) },
  };
}

/** Holidays that fall into the days the demo shows, and those of the year after. */
function closuresAround(today: string) {
  const years = [-1, 0, 1].map((more) => Number(today.slice(0, 4)) + more);
  const [first, last] = [addDays(today, -DAYS_ONLINE), addDays(today, 400)];
  return years
    .flatMap(holidaysOf)
    .filter(({ firstDate, lastDate }) => firstDate <= last && lastDate >= first)
    .filter(({ firstDate, lastDate }) => firstDate !== lastDate || weekday(firstDate) !== 7);
}

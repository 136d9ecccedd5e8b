import { addDays, weekday } from '@salon/domain/time/wall-clock';
import { minutesOf } from '../wall-hours.ts';
import { instant, ZONE } from './clock.ts';
import { holidaysOf } from './holidays.ts';
import { LOOKS } from './looks.ts';
import { priceRows } from './price-rows.ts';
import { type RowIds, rowIds } from './row-ids.ts';
import { teamRows } from './team-rows.ts';

export const SLUG = 'demo';
/** The salon went online this long before the day it is seeded for, which can be told from it later. */
export const DAYS_ONLINE = 120;
const CHAIRS = ['Fensterplatz links', 'Fensterplatz rechts', 'Spiegelwand', 'Barbierstuhl'];

export type Catalogue = ReturnType<typeof demoCatalogue>;

/** The demo salon as rows, seen from a day; ids and all are the same whenever the day is the same. */
export function demoCatalogue(today: string) {
  const openedAt = instant(addDays(today, -DAYS_ONLINE), '09:00');
  const createdAt = new Date(openedAt);
  const ids = rowIds(`demo ${today}`, openedAt);
  const { salonId, fresh } = ids;
  return {
    salon: {
      id: salonId,
      slug: SLUG,
      name: 'Salon Elbe',
      timeZone: ZONE,
      locale: 'de',
      addressForm: 'sie',
      currency: 'EUR',
      // Of the block that the Bundesnetzagentur keeps free for films and books.
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
      ...LOOKS,
      createdAt,
    },
    ...priceRows(ids),
    stations: CHAIRS.map((name, position) => ({ salonId, id: fresh(), kind: 'chair', name, position })),
    closures: closureRows(ids, today),
    ...teamRows(ids, today),
    owner: { salonId, id: fresh(), email: 'owner@demo.example', name: 'Maren Petersen', role: 'owner', createdAt },
    employee: { salonId, id: fresh(), email: 'staff@demo.example', name: 'Jonas Brandt', role: 'staff', createdAt },
  } as const;
}

/** Holidays from when the salon went online to a year ahead; on Sundays it is closed anyway. */
function closureRows({ salonId, fresh }: RowIds, today: string) {
  const [first, last] = [addDays(today, -DAYS_ONLINE), addDays(today, 366)];
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1]
    .flatMap(holidaysOf)
    .filter(({ firstDate, lastDate }) => firstDate <= last && lastDate >= first)
    .filter(({ firstDate, lastDate }) => firstDate !== lastDate || weekday(firstDate) !== 7)
    .map(({ firstDate, lastDate, from, name }) => ({
      salonId,
      id: fresh(),
      firstDate: new Date(firstDate),
      lastDate: new Date(lastDate),
      ...(from === undefined ? {} : minutesOf(`${from}-24:00`)),
      name,
    }));
}

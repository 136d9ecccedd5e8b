import type { CalendarAnswer } from '@salon/contracts/desk/calendar';
import type { Told } from './desk-server.ts';
import { staffId } from './full-day.ts';

const SALON = '00000000-0000-7000-8000-000000000001';

/** A salon named "Salon Elbe" whose calendar is this; its owner is signed in. */
export function toldBy(calendar: (query: URLSearchParams) => CalendarAnswer, people: CalendarAnswer['staff']): Told {
  const salon = {
    id: SALON,
    slug: 'elbe',
    name: 'Salon Elbe',
    timezone: 'Europe/Berlin',
    locale: 'de',
    currency: 'EUR',
  };
  return {
    desk: {
      login: { id: SALON, name: 'Maren Petersen', email: 'maren@salon.example', secondFactor: false, locale: 'de' },
      salons: [{ ...salon, colour: null, role: 'owner', staffId: null }],
    },
    catalogue: {
      ...{ currency: 'EUR', categories: [], stations: [] },
      services: [
        {
          ...{ id: staffId(500), version: '1', categoryId: SALON, name: 'Farbe', description: null, bufferMinutes: 0 },
          ...{ stationKind: null, duringProcessing: true, priceCents: 8_000, priceFrom: false, online: true },
          ...{ archivedAt: null, staff: [], phases: [{ kind: 'work', minutes: 10 }] },
        },
      ],
      staff: people.map(({ id, name }) => ({ id, name })),
    },
    calendar,
  };
}

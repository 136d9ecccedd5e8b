import { fail } from 'k6';
import http from 'k6/http';
import { unpacked } from '../../packages/domain/src/visit/packed-rows.ts';
import type { PackedVisits } from '../../packages/domain/src/visit/visit-rows.ts';
import { failures } from './booking.ts';
import { BASE_URL } from './environment.ts';

/** A visit in a member's calendar, of one service. */
export type DayVisit = {
  readonly id: string;
  readonly version: number;
  readonly status: string;
  readonly serviceId: string;
  readonly service: string;
  readonly staffId: string;
  /** Epoch milliseconds. */
  readonly startsAt: number;
};
export type DayBook = {
  readonly date: string;
  readonly visits: readonly DayVisit[];
  readonly timeOffs: readonly string[];
};

/** Signs a member in, as her browser would: the session stays in this user's cookies. Returns the salon she works in. */
export function signIn(login: { email: string; password: string }): string {
  const answer = http.post(`${BASE_URL}/api/auth/sign-in`, JSON.stringify(login), {
    headers: { 'content-type': 'application/json', origin: BASE_URL },
    tags: { name: 'POST /api/auth/sign-in' },
  });
  if (answer.status !== 200) fail(`${login.email} cannot sign in: ${answer.status} ${answer.body}`);
  const desk = http.get(`${BASE_URL}/api/desk`, { tags: { name: 'GET /api/desk' } });
  const salonId = desk.json('salons.0.id');
  if (typeof salonId !== 'string') fail(`${login.email} works in no salon: ${desk.status} ${desk.body}`);
  return salonId as string;
}

/** A day as the calendar shows it; undefined where it was not answered. */
export function lookAtDay(salonId: string, date: string): DayBook | undefined {
  const answer = http.get(`${BASE_URL}/api/desk/${salonId}/calendar?from=${date}&days=1`, {
    tags: { name: 'GET /api/desk/:salonId/calendar' },
    timeout: '20s',
    responseType: 'text',
  });
  failures.add(answer.status !== 200);
  if (answer.status !== 200) return undefined;
  const rows = answer.json() as unknown as PackedVisits & { timeOff: { id: string }[] };
  const { visits, items } = unpacked(rows);
  return {
    date,
    timeOffs: rows.timeOff.map(({ id }) => id),
    visits: visits.flatMap(([version, startsAt, , , id, , status]) => {
      const own = items.filter((item) => item[4] === id);
      const [item] = own;
      if (item === undefined || own.length > 1) return [];
      return [{ id, version, status, startsAt, serviceId: item[5], service: item[6], staffId: item[7] }];
    }),
  };
}

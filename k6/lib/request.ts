import http, { type RefinedResponse } from 'k6/http';
import { BASE_URL } from './environment.ts';
import type { Wish } from './wish.ts';

/** An answer with its text. */
export type Response = RefinedResponse<'text'>;

/** No answer by then is a lost answer. */
const TIMEOUT = '20s';

// A time somebody else was faster with is an answer, not a failure.
http.setResponseCallback(http.expectedStatuses(200, 201, 409));

/** Sends one booking. */
export function postBooking(wish: Wish): Response {
  return http.post(URL, bodyOf(wish), paramsOf(wish));
}

/** Sends the same booking so many times at once. */
export function postBookings(wish: Wish, times: number): Response[] {
  const one = { method: 'POST', url: URL, body: bodyOf(wish), params: paramsOf(wish) };
  return http.batch(Array.from({ length: times }, () => one)) as Response[];
}

/** Asks for the free times of services (ids, with commas), with anybody, in a fortnight from a date on. */
export function getAvailability(slug: string, serviceIds: string, from: string): Response {
  const query = `services=${serviceIds}&staff=any&from=${from}&days=14`;
  return http.get(`${BASE_URL}/api/salons/${slug}/availability?${query}`, {
    tags: { name: 'GET /api/salons/:slug/availability' },
    timeout: TIMEOUT,
    responseType: 'text',
  });
}

const URL = `${BASE_URL}/api/bookings/public`;

const paramsOf = ({ key }: Wish) => ({
  headers: { 'content-type': 'application/json', 'idempotency-key': key },
  tags: { name: 'POST /api/bookings/public' },
  timeout: TIMEOUT,
  responseType: 'text' as const,
});

function bodyOf({ key, salon, services, staffId, date, time, name }: Wish): string {
  const staff = staffId === null ? {} : { staffId };
  const [service] = services;
  const wanted =
    services.length === 1 ? { service, ...staff } : { services: services.map((one) => ({ service: one, ...staff })) };
  const customer = { name, email: `${key}@kunde.example` };
  return JSON.stringify({ salonSlug: salon, ...wanted, date, time, customer });
}

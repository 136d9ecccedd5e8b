// Twenty customers for half a minute: look for a time (every fifth for two services in one visit), book it, send
// the booking again as a phone with a bad connection would, look at it through its link, cancel it.
//
//   RATE_LIMIT=off npm start          (all twenty share one address here)
//   k6 run k6/smoke.ts                (BASE_URL, SALON: where and which)
import { check, fail, sleep } from 'k6';
import http from 'k6/http';
import { Counter } from 'k6/metrics';
import type { Options } from 'k6/options';
import { answerOf, isHelpful } from './lib/answer.ts';
import { BASE_URL } from './lib/environment.ts';
import { getAvailability, postBooking } from './lib/request.ts';
import { dateAfter } from './lib/slots.ts';
import { summarise, TREND_STATS } from './lib/summary.ts';
import type { Wish } from './lib/wish.ts';

const SALON = __ENV.SALON || 'demo';
/** One of these alone, or one of those after it. */
const SERVICES = ['Herrenhaarschnitt', 'Haarschnitt'];
const BESIDES = ['Bart trimmen', 'Färben'];
const BASKET_EVERY = 5;

const booked = new Counter('bookings_made');
const lost = new Counter('slots_lost_to_others');

export const options: Options = {
  vus: 20,
  duration: '30s',
  thresholds: {
    checks: ['rate==1'],
    http_req_failed: ['rate==0'],
    http_req_duration: ['p(95)<500'],
    bookings_made: ['count>100'],
  },
  summaryTrendStats: TREND_STATS,
};
export const handleSummary = summarise;

type Service = { id: string; name: string };
type Slot = { startsAt: string };
type Known = { cut: Service[]; basket: Service[]; day: string };

export function setup(): Known {
  const answer = http.get(`${BASE_URL}/api/salons/${SALON}`);
  if (answer.status === 429) fail('Requests are limited: start the product with RATE_LIMIT=off.');
  if (answer.status !== 200) fail(`No salon ${SALON} at ${BASE_URL}: ${answer.status} ${answer.body}`);
  const services = answer.json('services') as unknown as Service[];
  const cut = services.filter(({ name }) => SERVICES.includes(name)).slice(0, 1);
  if (cut.length === 0) fail(`Salon ${SALON} has no service of these: ${SERVICES.join(', ')}.`);
  const basket = [...cut, ...services.filter(({ name }) => BESIDES.includes(name)).slice(0, 1)];
  return { cut, basket, day: dateAfter(new Date().toISOString().slice(0, 10), 3) };
}

export default function customer({ cut, basket, day }: Known): void {
  const services = __ITER % BASKET_EVERY === BASKET_EVERY - 1 ? basket : cut;
  const times = getAvailability(SALON, services.map(({ id }) => id).join(','), day);
  if (!check(times, { 'free times are listed': ({ status }) => status === 200 })) return;
  const slots = (times.json('days') as unknown as { slots: Slot[] }[]).flatMap((one) => one.slots);
  const slot = slots[Math.floor(Math.random() * slots.length)];
  if (!check(slot, { 'there are some': Boolean }) || !slot) return;

  const wish = wishFor(services, slot);
  const first = postBooking(wish);
  if (first.status === 409) {
    lost.add(1);
    check(answerOf(first), { 'whoever was slower is offered other times': isHelpful });
    return;
  }
  check(first, { 'a booking is made': ({ status }) => status === 201 });
  booked.add(1);
  check(postBooking(wish), {
    'the same request gets the same booking': (again) =>
      again.status === 200 && answerOf(again).answer === answerOf(first).answer,
  });
  lookAndCancel(first.json('booking.manageUrl') as string, first.json('booking.reference') as string);
  sleep(1);
}

function wishFor(services: Service[], { startsAt }: Slot): Wish {
  const [date = '', time = ''] = startsAt.slice(0, 16).split('T');
  const key = `smoke-${__VU}-${__ITER}-${Date.now()}`;
  const names = services.map(({ name }) => name);
  return { key, salon: SALON, services: names, date, time, staffId: null, name: `Gast ${__VU}` };
}

function lookAndCancel(manageUrl: string, reference: string): void {
  const link = `${BASE_URL}/api/bookings/manage/${manageUrl.split('/b/')[1]}`;
  const name = '/api/bookings/manage/:token';
  check(http.get(link, { tags: { name } }), {
    'its link shows it': (answer) => answer.json('booking.reference') === reference,
  });
  const headers = { 'content-type': 'application/json' };
  check(http.post(`${link}/cancel`, '{}', { headers, tags: { name: `${name}/cancel` } }), {
    'it is cancelled': (answer) => answer.status === 200 && answer.json('booking.status') === 'cancelled',
  });
}

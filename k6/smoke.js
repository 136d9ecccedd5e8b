// Twenty customers for half a minute: look for a time, book it, send the booking again as a phone
// with a bad connection would, look at it through its link, cancel it.
//
//   RATE_LIMIT=off npm start          (all twenty share one address here)
//   k6 run k6/smoke.js                (BASE_URL, SALON: where and which)
import { check, fail, sleep } from 'k6';
import http from 'k6/http';
import { Counter } from 'k6/metrics';

const BASE = __ENV.BASE_URL || 'http://localhost:3000';
const SALON = __ENV.SALON || 'demo';

const booked = new Counter('bookings_made');
const lost = new Counter('slots_lost_to_others');

export const options = {
  vus: 20,
  duration: '30s',
  thresholds: {
    checks: ['rate==1'],
    http_req_failed: ['rate==0'],
    http_req_duration: ['p(95)<500'],
    bookings_made: ['count>100'],
  },
};

// A slot somebody else was faster with is an answer, not a failure.
http.setResponseCallback(http.expectedStatuses(200, 201, 409));

const get = (path) => http.get(`${BASE}${path}`, { tags: { name: path.replace(/manage\/[^/]+/, 'manage/:token') } });
const post = (path, body, headers, name) =>
  http.post(`${BASE}${path}`, JSON.stringify(body), {
    headers: { 'content-type': 'application/json', ...headers },
    tags: { name },
  });

export function setup() {
  const answer = get(`/api/salons/${SALON}`);
  if (answer.status === 429) fail('Requests are limited: start the product with RATE_LIMIT=off.');
  if (answer.status !== 200) fail(`No salon ${SALON} at ${BASE}: ${answer.status} ${answer.body}`);
  const service = answer.json('services').find((one) => one.name === 'Herrenhaarschnitt' || one.name === 'Haarschnitt');
  const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  return { service, day };
}

export default function customer({ service, day }) {
  const times = http.get(
    `${BASE}/api/salons/${SALON}/availability?services=${service.id}&staff=any&from=${day}&days=20`,
    {
      tags: { name: 'availability' },
    },
  );
  if (!check(times, { 'free times are listed': (answer) => answer.status === 200 })) return;
  const slots = times.json('days').flatMap((one) => one.slots);
  if (!check(slots, { 'there are some': (all) => all.length > 0 })) return;
  const slot = slots[Math.floor(Math.random() * slots.length)];

  const key = `smoke-${__VU}-${__ITER}-${Date.now()}`;
  const wish = {
    salonSlug: SALON,
    service: service.name,
    date: slot.startsAt.slice(0, 10),
    time: slot.startsAt.slice(11, 16),
    customer: { name: `Gast ${__VU}`, email: `${key}@kunde.example` },
  };
  const send = () => post('/api/bookings/public', wish, { 'idempotency-key': key }, 'book');
  const first = send();
  if (first.status === 409) {
    lost.add(1);
    check(first, { 'whoever was slower is offered other times': (answer) => answer.json('alternatives').length > 0 });
    return;
  }
  check(first, { 'a booking is made': (answer) => answer.status === 201 });
  booked.add(1);

  const again = send();
  check(again, {
    'the same request gets the same booking': (answer) =>
      answer.status === 200 &&
      answer.json('duplicate') === true &&
      answer.json('booking.id') === first.json('booking.id'),
  });

  const token = first.json('booking.manageUrl').split('/b/')[1];
  check(get(`/api/bookings/manage/${token}`), {
    'its link shows it': (answer) => answer.json('booking.reference') === first.json('booking.reference'),
  });
  check(post(`/api/bookings/manage/${token}/cancel`, {}, {}, 'cancel'), {
    'it is cancelled': (answer) => answer.status === 200 && answer.json('booking.status') === 'cancelled',
  });
  sleep(1);
}

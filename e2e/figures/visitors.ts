import type { AvailabilityAnswer } from '@salon/contracts/availability';
import { addDays, localDate } from '@salon/domain/time/wall-clock';

const DAY_COUNT = 28;
/** Where the demo salon is. */
const ZONE = 'Europe/Berlin';

/** A time somebody may book: as it stands in her wish. */
type Free = { readonly date: string; readonly time: string };

/** Lets this many visitors look and book in the demo salon until an instant (epoch milliseconds), each thinking half a second. */
export async function letThemBook(baseUrl: string, visitors: number, until: number): Promise<number> {
  const { services } = await json<{ services: { id: string; name: string }[] }>(`${baseUrl}/api/salons/demo`);
  const booked = await Promise.all(
    Array.from({ length: visitors }, async (_, visitor) => {
      let count = 0;
      for (let round = 0; Date.now() < until; round++) {
        const service = services[(visitor + round) % services.length];
        if (service === undefined) throw new Error('The demo salon has no services.');
        await fetch(`${baseUrl}/s/demo`).then((answer) => answer.arrayBuffer());
        const free = await freeTimes(baseUrl, service.id);
        await think();
        // Of two who want the same, one is too late: that is in the pictures, too.
        const wish = free[Math.floor(Math.random() * free.length)];
        // Every third looks only.
        if (wish === undefined || round % 3 === 2) continue;
        if (await book(baseUrl, service.id, wish, `${visitor}-${round}`)) count++;
        await think();
      }
      return count;
    }),
  );
  return booked.reduce((sum, count) => sum + count, 0);
}

async function freeTimes(baseUrl: string, service: string): Promise<Free[]> {
  const from = addDays(localDate(ZONE, Date.now()), 1);
  const query = new URLSearchParams({ services: service, staff: 'any', from, days: String(DAY_COUNT) });
  const { days } = await json<AvailabilityAnswer>(`${baseUrl}/api/salons/demo/availability?${query}`);
  return days.flatMap(({ date, slots }) => slots.map(({ time }) => ({ date, time })));
}

async function book(baseUrl: string, service: string, wish: Free, who: string): Promise<boolean> {
  const customer = { name: 'Gast', email: `gast-${who}@kunde.example` };
  const answer = await fetch(`${baseUrl}/api/bookings/public`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': `picture-${who}` },
    body: JSON.stringify({ salonSlug: 'demo', service, ...wish, customer }),
  });
  await answer.arrayBuffer();
  return answer.status === 201;
}

async function json<T>(url: string): Promise<T> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as T;
}

const think = () => new Promise((resolve) => setTimeout(resolve, 500));

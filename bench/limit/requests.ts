import { writeFileSync } from 'node:fs';
import { withClient } from '@salon/db/embedded/with-client';

/** A load salon as its customers name it. */
export type BookableSalon = { readonly slug: string; readonly staffIds: readonly string[] };

const DAY_MS = 86_400_000;
/** Load salons are open from seven to nine in the evening; a haircut takes half an hour. */
const OPENS_AT_MINUTE = 7 * 60;
const STARTS_A_DAY = 28;

/** The load salons and their staff, always in the same order. */
export async function bookableSalons(ownerUrl: string): Promise<BookableSalon[]> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<BookableSalon>(
      `select slug, array_agg(staff.id::text order by position) as "staffIds"
       from salon join staff on salon_id = salon.id where slug like 'load-%' group by slug order by slug`,
    ),
  );
  return rows;
}

/**
 * The body of booking number `n`, counted from 0: no two want the same time of the same person, and neighbours want
 * different salons. `firstDay` is epoch milliseconds; two hundred salons reach for 28,000 bookings a day.
 */
export function requestBody(salons: readonly BookableSalon[], firstDay: number, n: number): string {
  const salon = salons[n % salons.length];
  if (salon === undefined) throw new Error('There are no load salons.');
  const turn = Math.floor(n / salons.length);
  const start = Math.floor(turn / salon.staffIds.length);
  const minute = OPENS_AT_MINUTE + (start % STARTS_A_DAY) * 30;
  return JSON.stringify({
    salonSlug: salon.slug,
    service: 'Haarschnitt',
    staffId: salon.staffIds[turn % salon.staffIds.length],
    date: new Date(firstDay + Math.floor(start / STARTS_A_DAY) * DAY_MS).toISOString().slice(0, 10),
    time: `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
    customer: { name: `Kundin ${n}`, email: `kundin-${n}@kunde.example`, phone: '+49 40 5550123' },
  });
}

/** The key that goes with booking number `n`; the clients' scripts make the same. */
export const requestKey = (n: number) => `limit-${n}`;

/** The day after tomorrow: far enough that no zone calls it past. */
const firstBookableDay = () => Date.now() + 2 * DAY_MS;

/** Writes so many bodies, one a line, for the clients to send; returns them. */
export function writeRequests(file: string, salons: readonly BookableSalon[], count: number): string[] {
  const firstDay = firstBookableDay();
  const bodies = Array.from({ length: count }, (_, n) => requestBody(salons, firstDay, n));
  writeFileSync(file, `${bodies.join('\n')}\n`);
  return bodies;
}

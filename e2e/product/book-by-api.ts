import { randomUUID } from 'node:crypto';

type Wish = { readonly slug: string; readonly date: string; readonly time: string; readonly email: string };

/** Somebody else books "Haarschnitt", past the page; returns the path of the visit's link. Throws when refused. */
export async function bookByApi(baseUrl: string, { slug, date, time, email }: Wish): Promise<string> {
  const body = { salonSlug: slug, service: 'Haarschnitt', date, time, customer: { name: 'Jonas Weber', email } };
  const answer = await fetch(`${baseUrl}/api/bookings/public`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as { booking?: { manageUrl: string } };
  if (!said.booking) throw new Error(`Not booked: ${JSON.stringify(said)}`);
  return new URL(said.booking.manageUrl).pathname;
}

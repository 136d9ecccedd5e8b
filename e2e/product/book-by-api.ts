import { randomUUID } from 'node:crypto';

type Wish = {
  readonly slug: string;
  readonly date: string;
  readonly time: string;
  readonly email: string;
  /** By name; "Haarschnitt" if absent. */
  readonly services?: readonly string[];
  readonly phone?: string;
  /** "Jonas Weber" if absent. */
  readonly name?: string;
};

/** Somebody else books past the page, with whoever can; returns the path of the visit's link. Throws when refused. */
export async function bookByApi(baseUrl: string, wish: Wish): Promise<string> {
  const { slug, date, time, email, services = ['Haarschnitt'], phone, name = 'Jonas Weber' } = wish;
  const body = {
    ...{ salonSlug: slug, services: services.map((service) => ({ service })), date, time },
    customer: { name, email, ...(phone === undefined ? {} : { phone }) },
  };
  const answer = await fetch(`${baseUrl}/api/bookings/public`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
    body: JSON.stringify(body),
  });
  const said = (await answer.json()) as { booking?: { manageUrl: string } };
  if (!said.booking) throw new Error(`Not booked: ${JSON.stringify(said)}`);
  return new URL(said.booking.manageUrl).pathname;
}

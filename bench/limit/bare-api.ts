import { randomUUID } from 'node:crypto';
import { listenAsChild } from './small-server.ts';

/** The same request and an answer of the same size, from memory: what Fastify and the network cost alone. */
await listenAsChild(async ({ service, staffId, date, time, customer: { name, email } }) => {
  const id = randomUUID();
  const [startsAt, endsAt] = [`${date}T${time}:00+01:00`, `${date}T${time}:30+01:00`];
  const item = { serviceId: id, service, staffId, staff: 'Ada', startsAt, endsAt, priceCents: 3500 };
  const visit = {
    id,
    reference: id.slice(0, 8),
    status: 'confirmed',
    version: 1,
    startsAt,
    endsAt,
    timezone: 'Europe/Berlin',
  };
  const booking = { ...visit, items: [item], priceCents: 3500, currency: 'EUR', customer: { name, email } };
  const manageUrl = `http://localhost:3000/b/${id}${id}${id}`;
  return { status: 201, text: JSON.stringify({ booking: { ...booking, manageUrl }, duplicate: false }) };
});

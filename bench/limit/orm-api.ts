import { createHash, randomUUID } from 'node:crypto';
import { prismaOn } from '@salon/db/prisma';
import { sqlState } from '@salon/db/sql-state';
import { resolveStart } from '@salon/domain/time/wall-clock';
import pg from 'pg';
import { v7 } from 'uuid';
import { type BookingBody, listenAsChild } from './small-server.ts';

/**
 * The write as it is usually written with an ORM, for comparison: an interactive transaction that looks first, then
 * inserts, in the same schema and with the same rows. It leans on our constraint where two look at once, and it leaves out
 * opening hours and who does what, so it does less than the API.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 20 });
const prisma = prismaOn(pool);
/** A thousand clients wait for twenty connections; Prisma's own two seconds would refuse most. */
const PATIENCE = { maxWait: 10_000, timeout: 10_000 };

class Refusal extends Error {}

async function book(body: BookingBody, key: string) {
  const salon = await prisma.salon.findUnique({ where: { slug: body.salonSlug } });
  if (salon === null) throw new Refusal('salon_not_found');
  const salonId = salon.id;
  const [service, staff] = await Promise.all([
    prisma.service.findFirst({ where: { salonId, name: body.service }, include: { phases: true } }),
    prisma.staff.findUnique({ where: { salonId_id: { salonId, id: body.staffId } } }),
  ]);
  if (service === null || staff === null) throw new Refusal('not_found');
  const minutes = service.phases.reduce((sum, phase) => sum + phase.minutes, 0);
  const start = resolveStart(salon.timeZone, body.date, body.time);
  if (start === undefined) throw new Refusal('slot_not_bookable');
  const startsAt = new Date(start);
  const endsAt = new Date(startsAt.getTime() + minutes * 60_000);
  const requestHash = createHash('sha256').update(JSON.stringify(body)).digest();
  const { name, email, phone } = body.customer;
  const emailKey = email.toLowerCase();

  return prisma.$transaction(async (tx) => {
    const known = await tx.idempotency.findUnique({
      where: { salonId_targetId_key: { salonId, targetId: salonId, key } },
    });
    if (known) return { answer: known.answer ?? '', duplicate: true };

    const taken = await tx.$queryRaw<unknown[]>`select 1 from claim where salon_id = ${salonId}::uuid
      and claimant_id = ${staff.id}::uuid and during && tstzrange(${startsAt}, ${endsAt}) limit 1`;
    if (taken.length > 0) throw new Refusal('slot_taken');

    const now = new Date();
    let customer = await tx.customer.findUnique({ where: { salonId_emailKey: { salonId, emailKey } } });
    customer ??= await tx.customer.create({
      data: { salonId, id: v7(), emailKey, name, email, phone: phone ?? null, locale: salon.locale, createdAt: now },
    });
    const open = await tx.booking.count({
      where: { salonId, customerId: customer.id, status: { in: ['requested', 'confirmed'] }, startsAt: { gt: now } },
    });
    if (open >= (salon.maxOpenBookings ?? Number.POSITIVE_INFINITY)) throw new Refusal('call_salon');

    const id = v7();
    const { currency, locale, timeZone: timezone } = salon;
    const { priceCents } = service;
    const item = { serviceId: service.id, serviceName: service.name, staffId: staff.id, staffName: staff.name };
    const when = { startsAt, endsAt, priceCents };
    const booking = await tx.booking.create({
      data: {
        ...{
          salonId,
          id,
          reference: randomUUID().slice(0, 8).toUpperCase(),
          customerId: customer.id,
          status: 'confirmed',
        },
        ...{
          source: 'online',
          ...when,
          currency,
          name,
          email,
          phone: phone ?? null,
          locale,
          createdAt: now,
          updatedAt: now,
        },
        items: { create: { position: 0, ...item, ...when } },
      },
    });
    // Prisma has no ranges: these two are SQL whoever writes them.
    await tx.$executeRaw`insert into booking_want (salon_id, booking_id, position, claimant_id, during, item_position)
      values (${salonId}::uuid, ${id}::uuid, 0, ${staff.id}::uuid, tstzrange(${startsAt}, ${endsAt}), 0)`;
    await tx.$executeRaw`insert into claim (salon_id, claimant_id, starts_at, during, booking_id)
      values (${salonId}::uuid, ${staff.id}::uuid, ${startsAt}, tstzrange(${startsAt}, ${endsAt}), ${id}::uuid)`;
    const { reference, status, version } = booking;
    const items = [{ ...item, ...when }];
    const answer = JSON.stringify({
      id,
      reference,
      status,
      version,
      ...when,
      timezone,
      items,
      currency,
      customer: { name, email },
    });
    await tx.idempotency.create({
      data: { salonId, targetId: salonId, key, requestHash, bookingId: id, answer, createdAt: now },
    });
    await tx.outbox.create({
      data: { salonId, id: v7(), kind: 'booking_created', bookingId: id, sequence: 0, requestId: id, createdAt: now },
    });
    return { answer, duplicate: false };
  }, PATIENCE);
}

await listenAsChild(async (body, key) => {
  try {
    const { answer, duplicate } = await book(body, key);
    return { status: duplicate ? 200 : 201, text: `{"booking":${answer},"duplicate":${duplicate}}` };
  } catch (error) {
    const code = sqlState(error) === '23P01' ? 'slot_taken' : error instanceof Refusal ? error.message : undefined;
    if (code === undefined) throw error;
    return { status: 409, text: JSON.stringify({ code }) };
  }
});

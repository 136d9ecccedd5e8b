import type { BookingStatus } from '@salon/domain/booking/status';
import type { KeptItem } from '@salon/domain/desk/desk-item';
import { MINUTE } from '@salon/domain/time/interval';
import { phasesInTime } from '@salon/domain/visit/phases-in-time';
import { z } from 'zod';
import type { Salon } from '../salon/salon.ts';

const Instant = z.string().transform((text) => Date.parse(text));

const Item = z.object({
  serviceId: z.string(),
  service: z.string(),
  staffId: z.string(),
  staff: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  priceCents: z.number(),
});
const Want = z.object({
  claimantId: z.string(),
  from: Instant,
  to: Instant,
  item: z.number().nullable(),
  mayOverlap: z.boolean(),
});

/** A booking as visit_as_is writes it: what a change starts from, and what is written back when it is undone. */
export const VisitAsIs = z
  .object({
    row: z.object({
      id: z.string(),
      version: z.number(),
      sequence: z.number(),
      status: z.enum(['requested', 'confirmed', 'arrived', 'done', 'no_show', 'cancelled']),
      starts_at: Instant,
      ends_at: Instant,
      price_cents: z.number(),
      customer_id: z.string().nullable(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      guest_name: z.string().nullable(),
      note: z.string().nullable(),
      token_version: z.number(),
      cancel_reason: z.string().nullable(),
      cancelled_at: Instant.nullable(),
      created_at: Instant,
      currency: z.string(),
      locale: z.string(),
    }),
    items: z.array(Item).nullable(),
    wants: z.array(Want).nullable(),
  })
  .transform(({ row, items, wants }) => ({
    id: row.id,
    version: row.version,
    createdAt: row.created_at,
    currency: row.currency,
    fields: {
      status: row.status as BookingStatus,
      sequence: row.sequence,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      priceCents: row.price_cents,
      customerId: row.customer_id,
      name: row.name,
      email: row.email,
      phone: row.phone,
      guestName: row.guest_name,
      note: row.note,
      tokenVersion: row.token_version,
      cancelReason: row.cancel_reason,
      cancelledAt: row.cancelled_at,
      locale: row.locale,
    },
    items: items ?? [],
    wants: wants ?? [],
  }));

/** A booking with what it wants; instants are epoch milliseconds. */
export type VisitState = z.output<typeof VisitAsIs>;
export type VisitFields = VisitState['fields'];
export type ItemState = VisitState['items'][number];
export type WantState = VisitState['wants'][number];

/** The stations a visit has. */
export const stationsOf = ({ wants }: { readonly wants: readonly WantState[] }) =>
  wants.filter((want) => want.item === null).map((want) => want.claimantId);

/** Its items as they were agreed, in the minutes they have now; what is no longer sold has its buffer and chair from here. */
export function keptItems({ stations }: Pick<Salon, 'stations'>, { items, wants }: VisitState): KeptItem[] {
  return items.map(({ serviceId, staffId, startsAt, endsAt, priceCents }, position) => {
    const wanted = wants.filter((want) => want.item === position).map(({ from, to }) => ({ start: from, end: to }));
    const phases = phasesInTime({ start: startsAt, end: endsAt }, wanted).map(({ kind, start, end }) => ({
      kind,
      minutes: (end - start) / MINUTE,
    }));
    const busyUntil = Math.max(endsAt, ...wanted.map(({ end }) => end));
    const station = wants.find((want) => want.item === null && want.from <= startsAt && startsAt < want.to);
    return {
      ...{ serviceId, staffId, priceCents, phases, bufferMinutes: (busyUntil - endsAt) / MINUTE },
      stationKind: (station && stations.get(station.claimantId)?.kind) ?? null,
    };
  });
}

/** Whether two wants are after the same person or chair at the same time. */
export const meets = (a: WantState, b: WantState) => a.claimantId === b.claimantId && a.from < b.to && b.from < a.to;

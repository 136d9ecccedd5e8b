import { createHash } from 'node:crypto';
import type { Attempt } from '../../history/attempt.ts';
import type { Wish } from './wish.ts';

/** A wish with the key under which it is asked for, however often, and the id of the person wanted. */
export type KeyedWish = Wish & { key: string; staffId: string | null };

/** What came of one request, and how long the service asked to wait (milliseconds). */
export type Sent = { attempt: Attempt; waitMs: number };

/** Sends a wish once. No answer before `enough` aborts, or only a part of one, is no answer: status 0. Never throws. */
export async function sendOnce(baseUrl: string, wish: KeyedWish, enough: AbortSignal): Promise<Sent> {
  const sentAt = Date.now();
  const answer = await request(baseUrl, wish, enough).catch(() => undefined);
  const { status, text, waitMs } = answer ?? { status: 0, text: '', waitMs: 0 };
  const attempt: Attempt = {
    op: 'book',
    salon: wish.salon,
    key: wish.key,
    services: [{ service: wish.service, staffId: wish.staffId }],
    startsAt: `${wish.date}T${wish.time}`,
    sentAt,
    endedAt: Date.now(),
    status,
    ...read(status, text),
  };
  return { attempt, waitMs };
}

async function request(baseUrl: string, wish: KeyedWish, signal: AbortSignal) {
  const { key, salon, service, staffId, date, time } = wish;
  const response = await fetch(`${baseUrl}/api/bookings/public`, {
    method: 'POST',
    // Each customer comes over a connection of its own; kept ones would never lead to a process that was started later.
    headers: { 'content-type': 'application/json', 'idempotency-key': key, connection: 'close' },
    body: JSON.stringify({
      salonSlug: salon,
      service,
      ...(staffId === null ? {} : { staffId }),
      date,
      time,
      customer: { name: `Gast ${key}`, email: `${key}@kunde.example` },
    }),
    signal,
  });
  const waitMs = Number(response.headers.get('retry-after') ?? 0) * 1_000;
  return { status: response.status, text: await response.text(), waitMs };
}

/** The fields of an attempt that stand in the answer. */
export function read(
  status: number,
  text: string,
): Pick<Attempt, 'code' | 'bookingId' | 'answer' | 'items' | 'alternatives'> {
  const nothing = { code: null, bookingId: null, answer: null, items: null, alternatives: null };
  try {
    const body = JSON.parse(text);
    if (status === 200 || status === 201) {
      const raw = text.slice('{"booking":'.length, text.lastIndexOf(',"duplicate":'));
      const answer = createHash('sha256').update(raw).digest('hex').slice(0, 16);
      return { ...nothing, bookingId: body.booking.id, answer };
    }
    return { ...nothing, code: body.code ?? null, alternatives: body.alternatives?.length ?? null };
  } catch {
    return nothing;
  }
}

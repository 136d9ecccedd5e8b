import { z } from 'zod';

const Uuid = z.uuid();
const Instant = z.iso.datetime({ offset: true });

/** A visit as somebody was told it is. */
export const ToldVisit = z.object({
  id: Uuid,
  version: z.int(),
  status: z.string(),
  startsAt: Instant,
  endsAt: Instant,
  items: z.array(z.object({ staffId: Uuid, startsAt: Instant, endsAt: Instant })),
});
export type ToldVisit = z.infer<typeof ToldVisit>;

/**
 * A change that a member at the desk, or a customer by her link, asked for, and what came of it: one line of the clients'
 * log beside its attempts to book. Written by `k6/desk.ts`, read by the history checker.
 */
export const Deed = z.object({
  op: z.literal('change'),
  by: z.enum(['customer', 'desk']),
  /** In a word: `make`, `over` (made over another), `move`, `cancel`, `mark`, `undo`, `ill`, `back`. */
  what: z.string(),
  /** Slug. */
  salon: z.string(),
  /** Time that was asked for. */
  asked: z.array(z.object({ staffId: Uuid, service: z.string(), startsAt: Instant })),
  /** It may lie over taken time: the desk said so. */
  overlap: z.boolean(),
  /** Visits as they were looked at. */
  seen: z.array(z.object({ visitId: Uuid, version: z.int() })),
  /** Somebody who is ill, and on which dates (the first and the last). */
  ill: z.object({ staffId: Uuid, from: z.iso.date(), to: z.iso.date() }).nullable(),
  /** The change it takes back. */
  undoes: Uuid.nullable(),
  /** Epoch milliseconds of the client's clock. */
  sentAt: z.number(),
  endedAt: z.number(),
  /** HTTP status; 0 when no answer came. */
  status: z.int(),
  /** Problem code of a refusal. */
  code: z.string().nullable(),
  requestId: z.string().nullable(),
  /** The answer to an earlier request of the same key, told again. */
  replay: z.boolean(),
  /** The change that was made; customers are told none. */
  changeId: Uuid.nullable(),
  visits: z.array(ToldVisit),
  /** What a refusal says is in the way. */
  conflicts: z.array(
    z.object({
      kind: z.string(),
      startsAt: Instant,
      endsAt: Instant,
      staffId: Uuid.optional(),
      visitId: Uuid.optional(),
      timeOffId: Uuid.optional(),
    }),
  ),
});
export type Deed = z.infer<typeof Deed>;

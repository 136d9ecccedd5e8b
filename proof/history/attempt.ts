import { z } from 'zod';

/**
 * One booking request a client sent, and what came of it: one line of the clients' log. Written by the k6 scripts and
 * by the fault harness, read by the history checker.
 */
export const Attempt = z.object({
  op: z.literal('book'),
  /** Slug. */
  salon: z.string(),
  /** Idempotency key. One wish has one key, however often it is sent, and another wish another. */
  key: z.string(),
  /** What is asked for, in the order in which it is done: names, each with the person asked for, or null for anybody. */
  services: z.array(z.object({ service: z.string(), staffId: z.string().nullable() })).min(1),
  /** The start asked for: an instant with offset, or the salon's wall clock ("2026-12-19T14:00"). */
  startsAt: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/),
  /** Epoch milliseconds of the client's clock. */
  sentAt: z.number(),
  endedAt: z.number(),
  /** HTTP status; 0 when no answer came (connection lost, timed out). */
  status: z.int(),
  /** Problem code of a refusal. */
  code: z.string().nullable(),
  /** The client threw this answer away and behaves as if it never came; the checker still uses it. */
  discarded: z.literal(true).optional(),
  bookingId: z.uuid().nullable(),
  /** First 16 hex digits of SHA-256 over the raw text of `booking`, between `{"booking":` and `,"duplicate":`. */
  answer: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .nullable(),
  /** Who does what when, as the answer to several services says; null: one service, or no booking. */
  items: z
    .array(z.object({ service: z.string(), staffId: z.uuid(), startsAt: z.string(), endsAt: z.string() }))
    .nullable(),
  /** How many other times a 409 `slot_taken` offered. */
  alternatives: z.int().nullable(),
});
export type Attempt = z.infer<typeof Attempt>;

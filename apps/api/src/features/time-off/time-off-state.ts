import { z } from 'zod';
import type { TimeOffState } from './time-off-write.ts';

const Instant = z.string().transform((text) => Date.parse(text));

/** A row of time_off as PostgreSQL writes it. */
export const TimeOffAsIs = z.object({
  id: z.string(),
  version: z.number(),
  staff_id: z.string(),
  kind: z.enum(['time_off', 'blocked']),
  starts_at: Instant,
  ends_at: Instant,
  reason: z.string().nullable(),
  overlaid: z.boolean(),
  ended_at: Instant.nullable(),
});
export type TimeOffAsIs = z.output<typeof TimeOffAsIs>;

export const timeOffOf = (row: TimeOffAsIs): TimeOffState => ({
  staffId: row.staff_id,
  kind: row.kind,
  from: row.starts_at,
  to: row.ends_at,
  reason: row.reason,
  ended: row.ended_at !== null,
});

import { z } from 'zod';
import { Id, Instant, InstantInput } from '../wire.ts';

/** One change: who, when, of what, from what to what. */
export const AuditEntry = z
  .object({
    id: z.uuid(),
    at: Instant,
    actor: z.object({ kind: z.enum(['member', 'customer', 'system']), name: z.string().nullable() }),
    action: z.string().meta({ examples: ['visit.moved'] }),
    subject: z.object({
      kind: z.string(),
      id: z.uuid(),
      name: z
        .string()
        .nullable()
        .meta({ description: 'Whose visit, which service, who; null where it is not known or not hers to know.' }),
    }),
    before: z.json().nullable(),
    after: z.json().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

/** When, and which of that moment. */
const Mark = z.tuple([InstantInput, Id]);
export const AuditQuery = z.object({
  before: z
    .string()
    .refine((mark) => Mark.safeParse(mark.split('_')).success, 'Expected what an answer gave as before')
    .optional(),
});
export const AuditAnswer = z.object({
  entries: z.array(AuditEntry),
  before: z.string().nullable().meta({ description: 'Where older ones go on.' }),
});
export type AuditAnswer = z.infer<typeof AuditAnswer>;

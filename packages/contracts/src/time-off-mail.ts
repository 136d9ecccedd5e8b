import { z } from 'zod';

/**
 * What the ledger keeps of a mail about time off: which request it is about, and at which version. Its days, and what was
 * said to it, are read when the mail is written; what was decided again since is told by its own mail.
 */
export const TimeOffMail = z.object({
  kind: z.enum(['time_off_approved', 'time_off_declined', 'time_off_revoked']),
  locale: z.enum(['de', 'en']),
  timeOffRequestId: z.uuid(),
  version: z.int(),
});
export type TimeOffMail = z.infer<typeof TimeOffMail>;

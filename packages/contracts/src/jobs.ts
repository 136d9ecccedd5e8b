import { z } from 'zod';

/** The queue that carries mail. */
export const MAIL_QUEUE = 'mail';

/** Where the API tells, after a commit, that events wait in the outbox; nothing is said with it. */
export const OUTBOX_CHANNEL = 'salon_outbox';

/** Work on one message of the ledger. It names the row and the try it is for; all else is read afresh. */
export const MailJob = z.object({
  salonId: z.uuid(),
  messageId: z.uuid(),
  /** Tries before this one; a job left over from an earlier one finds that the ledger has counted on. */
  attempt: z.int().min(0),
  requestId: z.string().nullable(),
});
export type MailJob = z.infer<typeof MailJob>;

/** The queue takes a job once: the same message for the same try is the same job. */
export const mailJobId = ({ messageId, attempt }: MailJob) => `${messageId}-${attempt}`;

import type { MailKind } from '@salon/emails/mail';

/**
 * Somebody waits to be let in, or for her links; then the customers' mails, those of the salon and of who works there, and
 * what was due for a day anyway.
 */
export const URGENCY: Record<MailKind, number> = {
  confirm_address: 1,
  address_known: 1,
  allow_new_address: 1,
  confirm_new_address: 1,
  reset_password: 1,
  invitation: 1,
  lost_link: 1,
  login_changed: 2,
  confirmation: 2,
  requested: 2,
  moved: 2,
  cancelled: 2,
  time_off_approved: 3,
  time_off_declined: 3,
  time_off_revoked: 3,
  notice_booked: 3,
  notice_moved: 3,
  notice_cancelled: 3,
  reminder: 4,
};

/** The mails that this worker can write. What a newer release writes into the ledger waits for a worker of that release. */
export const KNOWN_MAILS: readonly string[] = Object.keys(URGENCY);

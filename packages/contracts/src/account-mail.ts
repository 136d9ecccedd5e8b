import { z } from 'zod';
import { Role } from './desk/rights.ts';

/** Under which mails stand in the ledger that belong to no salon; no salon can have this id. */
export const NO_SALON = '00000000-0000-0000-0000-000000000000';

const Locale = z.enum(['de', 'en']);
/**
 * The reader's language, and the link that lets her on. Nobody's name: whoever signs up with a stranger's address would
 * have us write whatever she calls herself to that stranger.
 */
const Linked = z.object({ locale: Locale, url: z.url() });

/** What a mail about a login says: kept in the ledger until the mail has left, and nowhere else. */
export const AccountMail = z.discriminatedUnion('kind', [
  /** Somebody signed up with this address. */
  Linked.extend({ kind: z.literal('confirm_address') }),
  /** Somebody signed up with an address that can sign in already. */
  Linked.extend({ kind: z.literal('address_known') }),
  /** To the old address: is it to be another one? */
  Linked.extend({ kind: z.literal('allow_new_address'), newAddress: z.string() }),
  /** To the new address, once the old one agreed. */
  Linked.extend({ kind: z.literal('confirm_new_address') }),
  Linked.extend({ kind: z.literal('reset_password') }),
  /** How one signs in was changed; whoever did not do that should know. */
  Linked.extend({
    kind: z.literal('login_changed'),
    change: z.enum(['second_factor_on', 'second_factor_off', 'recovery_codes', 'password', 'passkey']),
  }),
  /** To become a member of the salon it stands under. */
  Linked.extend({ kind: z.literal('invitation'), invitedBy: z.string(), role: Role }),
]);
export type AccountMail = z.infer<typeof AccountMail>;
export type AccountMailKind = AccountMail['kind'];

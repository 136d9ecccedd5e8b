import { domainToASCII } from 'node:url';
import { isLoginMail, isNotice, type Mailbox, type MailModel } from './mail.ts';
import { displayName, isMailAddress } from './mailbox.ts';
import { wordsFor } from './words/words-for.ts';

/** Where a mail goes and what stands in its head, under the names nodemailer has for it. */
export type Envelope = {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: { readonly name: string; readonly address: string };
  readonly replyTo?: { readonly name: string; readonly address: string };
  readonly messageId: string;
  readonly headers: Readonly<Record<string, string>>;
};

/** The recipient is not one plain address: nothing can be sent there, now or later. */
export class MailAddressError extends Error {
  override readonly name = 'MailAddressError';
}

/**
 * - `Auto-Submitted` (RFC 3834) and its Microsoft sister: no holiday notes in return. Bounces are wanted.
 * - No `List-Unsubscribe`: every mail answers something its recipient did or the salon set (one confirmation, change,
 *   reminder a visit). There is no list to leave, and a link that ended confirmations would break what they are for.
 */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' };

/**
 * The head of a mail. `id` is the ledger's: the same message sent again has the same Message-ID, so that mail programs show
 * it once. The operator sends, in the salon's name; answers go to the salon, those to a notice to the customer.
 * @throws MailAddressError
 */
export function envelopeOf(mail: MailModel, id: string): Envelope {
  if (!isMailAddress(mail.recipient)) throw new MailAddressError('The recipient is not one plain mail address.');
  const reply = replyTo(mail);
  return {
    from: { name: senderName(mail) ?? '', address: mail.operator.address },
    to: { name: '', address: mail.recipient },
    ...(reply === undefined ? {} : { replyTo: { name: reply.name ?? '', address: reply.address } }),
    messageId: `<${id}@${domainToASCII(mail.operator.address.split('@')[1] ?? '')}>`,
    headers: HEADERS,
  };
}

/** "Salon Elbe über Salonbuchung"; a notice, and what is about a login, comes from the operator alone. */
function senderName(mail: MailModel): string | null {
  const { operator, salon } = mail;
  if (isNotice(mail) || (isLoginMail(mail) && mail.kind !== 'invitation')) return operator.name;
  const name = displayName(salon.name);
  if (name === null || operator.name === null) return name ?? operator.name;
  return wordsFor(mail).by(name, operator.name);
}

function replyTo(mail: MailModel): Mailbox | undefined {
  const [name, address] = isNotice(mail) ? [mail.visit.name, mail.visit.email] : [mail.salon.name, mail.salon.email];
  return address !== null && isMailAddress(address) ? { name: displayName(name), address } : undefined;
}

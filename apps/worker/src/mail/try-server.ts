import type { Mailbox } from '@salon/emails/mail';
import { createTransport } from 'nodemailer';

const PATIENCE = 10_000;

/**
 * Talks to a mail server as far as being let in, or sends a mail to somebody. Rejects with the server's words, or those
 * of whatever is in the way.
 */
export async function tryServer(url: string, mail?: { readonly from: Mailbox; readonly to: string }): Promise<void> {
  const transport = createTransport({
    url,
    dnsTimeout: PATIENCE,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  });
  try {
    if (mail === undefined) return void (await transport.verify());
    const { from, to } = mail;
    await transport.sendMail({
      from: { name: from.name ?? '', address: from.address },
      to: { name: '', address: to },
      subject: 'A test mail of your salon booking',
      text: 'If you read this, mails go out.\n',
    });
  } finally {
    transport.close();
  }
}

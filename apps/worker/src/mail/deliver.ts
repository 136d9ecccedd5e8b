import type { CaughtMail } from '@salon/db/caught-mail';
import { envelopeOf } from '@salon/emails/envelope';
import type { MailModel } from '@salon/emails/mail';
import { renderMail } from '@salon/emails/render-mail';
import { createTransport } from 'nodemailer';

/** A way out of the house. */
export type Delivery = {
  readonly kind: 'smtp' | 'caught';
  /** Rejects with the server's words. `id` is the ledger's. */
  deliver(mail: MailModel, id: string): Promise<void>;
  close(): void;
};

/** How long a mail server may take to answer a call, how long it may be silent, and how long a mail may take, in milliseconds. */
export type Patience = { readonly call: number; readonly silence: number; readonly mail: number };

const PATIENCE: Patience = { call: 10_000, silence: 20_000, mail: 45_000 };

/** No text of a customer's may make us read a file or fetch an address. */
const CLOSED = { disableFileAccess: true, disableUrlAccess: true } as const;

function write(mail: MailModel, id: string) {
  const { attachments, alternatives, ...rendered } = renderMail(mail);
  return { ...envelopeOf(mail, id), ...rendered, attachments: [...attachments], alternatives: [...alternatives] };
}

/** Sends through a server, over as many connections as mails are sent at once. */
export function smtpDelivery(url: string, connections: number, patience = PATIENCE): Delivery {
  const transport = createTransport({
    ...CLOSED,
    url,
    pool: true,
    maxConnections: connections,
    // Whether a mail is tried again is for the ledger to say.
    maxRequeues: 0,
    dnsTimeout: patience.call,
    connectionTimeout: patience.call,
    greetingTimeout: patience.call,
    socketTimeout: patience.silence,
  });
  return {
    kind: 'smtp',
    async deliver(mail, id) {
      // A server that sends a byte now and then is never silent.
      await transport.sendMail({ ...write(mail, id), signal: AbortSignal.timeout(patience.mail) });
    },
    close: () => transport.close(),
  };
}

/** Keeps the mail as it would have been sent: no server is set. */
export function caughtDelivery(keep: (mail: CaughtMail) => Promise<void>): Delivery {
  const transport = createTransport({ ...CLOSED, streamTransport: true, buffer: true, newline: 'windows' });
  return {
    kind: 'caught',
    async deliver(mail, id) {
      const written = write(mail, id);
      const { message } = await transport.sendMail(written);
      if (!Buffer.isBuffer(message)) throw new Error('the mail was not written in one piece');
      await keep({ kind: mail.kind, recipient: mail.recipient, subject: written.subject, raw: message });
    },
    close: () => transport.close(),
  };
}

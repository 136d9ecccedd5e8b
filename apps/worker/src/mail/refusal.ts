import { sqlState } from '@salon/db/sql-state';

/** What a mail server, or the way to it, said. */
export type Refusal = {
  /** Nobody can deliver this mail, now or later. */
  readonly permanent: boolean;
  /** Its words, on one line. */
  readonly words: string;
};

const LONGEST = 500;

/** The steps that are about this one mail. What is refused before them is about us: a login, a sender, too many. */
const ABOUT_THE_MAIL = new Set(['RCPT TO', 'DATA']);

type SmtpError = Error & { command?: string; responseCode?: number; response?: string; code?: string };

/** Whether it failed before a mail server was asked: in the database, or in writing the mail. */
export function isOurs(error: unknown): boolean {
  const { code, responseCode, name } = error as SmtpError;
  if (sqlState(error) !== undefined) return true;
  return code === undefined && responseCode === undefined && !/^(Abort|Timeout|MailAddress)Error$/.test(name);
}

/**
 * What became of a mail that was not taken. A reply of 5xx to the recipient or to the mail itself is final (RFC 5321
 * §4.2.1); one to the greeting, the login or the sender is mended by an operator, and all mail would be lost until then.
 */
export function refusalOf(error: unknown): Refusal {
  const { command, responseCode = 0, response, message, name } = error as SmtpError;
  const permanent =
    name === 'MailAddressError' || (responseCode >= 500 && responseCode < 600 && ABOUT_THE_MAIL.has(command ?? ''));
  const words = (response ?? message ?? String(error)).replace(/\s+/g, ' ').trim();
  return { permanent, words: words.slice(0, LONGEST) || 'no words' };
}

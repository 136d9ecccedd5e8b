import type pg from 'pg';
import { expectMails, type Mail } from './mails.ts';
import type { Somebody } from './somebody.ts';

/** The last of these kinds of mail to somebody, once they and no others have come. */
export async function accountMail(
  book: pg.Pool,
  { email }: Pick<Somebody, 'email'>,
  kinds: readonly string[],
): Promise<Mail> {
  const mails = await expectMails(book, email, kinds);
  const mail = mails.find(({ kind }) => kind === kinds.at(-1));
  if (!mail) throw new Error(`No ${kinds.at(-1)} among ${mails.map(({ kind }) => kind)}`);
  return mail;
}

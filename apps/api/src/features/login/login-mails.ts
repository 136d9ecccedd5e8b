import { type AccountMail, NO_SALON } from '@salon/contracts/account-mail';
import type { AccountMailRepo } from './account-mail.repo.ts';
import type { AttemptsRepo } from './attempts.repo.ts';
import { askingRequest } from './call-auth.ts';

/** Mails to one address; whoever asks for more fills somebody's inbox. */
const MOST = { what: 'mail', seconds: 15 * 60 };
const MAILS = 6;

export type LoginMails = ReturnType<typeof loginMails>;

type Deps = {
  readonly mails: AccountMailRepo;
  readonly attempts: AttemptsRepo;
  readonly publicUrl: string;
  readonly clock: () => number;
  readonly newId: () => string;
};

type LoginChange = Extract<AccountMail, { kind: 'login_changed' }>['change'];

/** Whom the library writes to. */
type Reader = { readonly email: string; readonly locale?: unknown };

const localeOf = ({ locale }: Reader): 'de' | 'en' => (locale === 'en' ? 'en' : 'de');

/**
 * The mails about a login, put into the ledger. Their links lead to pages of ours that ask before they do anything, so
 * that a mail program which opens links on its own changes nothing.
 */
export function loginMails({ mails, attempts, publicUrl, clock, newId }: Deps) {
  async function write(recipient: string, mail: AccountMail, requestId = askingRequest()): Promise<void> {
    const now = clock();
    const { count } = await attempts.count({ ...MOST, who: recipient.toLowerCase() }, now);
    if (count > MAILS) return;
    await mails.write({ id: newId(), salonId: NO_SALON, recipient, mail, requestId, now });
  }
  const said = (reader: Reader, path: string) => ({
    locale: localeOf(reader),
    url: `${publicUrl}/desk/${path}`,
  });
  return {
    confirmAddress: (reader: Reader, token: string) =>
      write(reader.email, { kind: 'confirm_address', ...said(reader, `confirm/${token}`) }),
    confirmNewAddress: (reader: Reader, token: string) =>
      write(reader.email, { kind: 'confirm_new_address', ...said(reader, `confirm/${token}`) }),
    addressKnown: (reader: Reader) => write(reader.email, { kind: 'address_known', ...said(reader, 'sign-in') }),
    allowNewAddress: (reader: Reader, newAddress: string, token: string) =>
      write(reader.email, { kind: 'allow_new_address', newAddress, ...said(reader, `confirm/${token}`) }),
    resetPassword: (reader: Reader, token: string) =>
      write(reader.email, { kind: 'reset_password', ...said(reader, `reset/${token}`) }),
    changed: (reader: Reader, change: LoginChange, requestId?: string) =>
      write(reader.email, { kind: 'login_changed', change, ...said(reader, 'account') }, requestId),
  };
}

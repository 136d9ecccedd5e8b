import type { AccountMail } from '@salon/contracts/account-mail';
import type { TimeOffMail as TimeOffTold } from '@salon/contracts/time-off-mail';
import type { BookingStatus } from '@salon/domain/booking/status';

/** An address and who is behind it, as a mail program shows it. */
export type Mailbox = { readonly name: string | null; readonly address: string };

/** What a mail says of the salon; an empty line of the address is null. */
export type MailSalon = {
  readonly name: string;
  /** IANA name: every time in a mail is the salon's. */
  readonly timeZone: string;
  readonly phone: string | null;
  /** Where answers to a mail go. */
  readonly email: string | null;
  readonly address: {
    readonly street: string | null;
    readonly postalCode: string | null;
    readonly city: string | null;
  };
  /** `#rrggbb`. */
  readonly colour: string | null;
  /** Absolute; the only thing a mail loads. */
  readonly logoUrl: string | null;
  /** The salon's booking page, absolute. */
  readonly pageUrl: string;
  readonly cancellationMinutes: number;
};

export type MailItem = {
  readonly service: string;
  readonly staff: string;
  readonly startsAt: number;
  readonly priceCents: number;
};

/** A booking as it stands; instants are epoch milliseconds. */
export type MailVisit = {
  readonly id: string;
  readonly reference: string;
  readonly status: BookingStatus;
  readonly sequence: number;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly items: readonly MailItem[];
  readonly priceCents: number;
  /** One of its services has a lowest price only ("ab 35 €"). */
  readonly priceFrom: boolean;
  /** ISO 4217. */
  readonly currency: string;
  /** Who booked, as typed. */
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  /** Who comes, where that is somebody else. */
  readonly guestName: string | null;
  readonly note: string | null;
  readonly cancelReason: string | null;
};

type AnyMail = {
  /** The bare address it goes to. */
  readonly recipient: string;
  /** The customer's language; for a notice the salon's. */
  readonly locale: 'de' | 'en';
  /** How the salon speaks to its customers in German. */
  readonly addressForm: 'sie' | 'du';
  /** Who sends: `MAIL_FROM`, read by `parseMailbox`. */
  readonly operator: Mailbox;
  readonly salon: MailSalon;
  /** Epoch milliseconds: what is still possible is said as of now. */
  readonly now: number;
};

/** To whoever booked. */
export type VisitMail = AnyMail & {
  readonly kind: 'confirmation' | 'requested' | 'moved' | 'cancelled' | 'reminder';
  readonly visit: MailVisit;
  /** The customer's own link, absolute. */
  readonly manageUrl: string;
};

/** The links of somebody's open visits, soonest first; without a visit there is no such mail. */
export type LostLinkMail = AnyMail & {
  readonly kind: 'lost_link';
  readonly links: readonly {
    readonly visit: Pick<MailVisit, 'startsAt' | 'items' | 'guestName'>;
    readonly manageUrl: string;
  }[];
};

/** To the salon. */
export type NoticeMail = AnyMail & {
  readonly kind: 'notice_booked' | 'notice_moved' | 'notice_cancelled';
  readonly visit: MailVisit;
  /** Where a moved visit was before, if that is still known. */
  readonly previousStartsAt?: number | undefined;
};

/** About how somebody signs in. It is the operator's, who stands for the salon in it; an invitation is a salon's. */
export type LoginMail = AnyMail & AccountMail;

/** To a staff member: what became of the time off she asked for. Why she wants it is hers, and not repeated. */
export type TimeOffMail = AnyMail & {
  readonly kind: TimeOffTold['kind'];
  /** Local dates; the minutes are of a single day, and null where it is whole days. */
  readonly firstDate: string;
  readonly lastDate: string;
  readonly startMinute: number | null;
  readonly endMinute: number | null;
  readonly decidedBy: string;
  /** What was said to it. */
  readonly answer: string | null;
  /** Where the salon's team stands, absolute. */
  readonly url: string;
};

/** All a mail needs to be written; nothing else is read while writing it. */
export type MailModel = VisitMail | LostLinkMail | NoticeMail | LoginMail | TimeOffMail;

export type MailKind = MailModel['kind'];

/** Whether a mail is to the salon. */
export function isNotice(mail: MailModel): mail is NoticeMail {
  return mail.kind === 'notice_booked' || mail.kind === 'notice_moved' || mail.kind === 'notice_cancelled';
}

const LOGIN: ReadonlySet<string> = new Set<LoginMail['kind']>([
  'confirm_address',
  'address_known',
  'allow_new_address',
  'confirm_new_address',
  'reset_password',
  'login_changed',
  'invitation',
]);

/** Whether a mail is about how somebody signs in. */
export function isLoginMail(mail: MailModel): mail is LoginMail {
  return LOGIN.has(mail.kind);
}

/** Whether a kind of mail is about how somebody signs in. */
export function isLoginKind(kind: MailKind): kind is LoginMail['kind'] {
  return LOGIN.has(kind);
}

const TIME_OFF: ReadonlySet<string> = new Set<TimeOffMail['kind']>([
  'time_off_approved',
  'time_off_declined',
  'time_off_revoked',
]);

/** Whether a mail is about time off. */
export function isTimeOffMail(mail: MailModel): mail is TimeOffMail {
  return TIME_OFF.has(mail.kind);
}

/** Whether a kind of mail is about time off. */
export function isTimeOffKind(kind: MailKind): kind is TimeOffMail['kind'] {
  return TIME_OFF.has(kind);
}

import type { LostLinkMail, MailModel, MailSalon, MailVisit, NoticeMail, VisitMail } from './mail.ts';

/** A Saturday before Christmas, two in the afternoon in Hamburg. */
export const SATURDAY_2PM = Date.parse('2026-12-19T13:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const SALON: MailSalon = {
  name: 'Salon Elbe',
  timeZone: 'Europe/Berlin',
  phone: '+49 40 5550100',
  email: 'hallo@salon-elbe.example',
  address: { street: 'Große Elbstraße 1', postalCode: '22767', city: 'Hamburg' },
  colour: '#b4532a',
  logoUrl: null,
  pageUrl: 'https://termine.example/s/salon-elbe',
  cancellationMinutes: 1440,
};

export const VISIT: MailVisit = {
  id: '019afc7e-93b0-7cc3-98c4-dc0c0c07398f',
  reference: 'K7Q2MX',
  status: 'confirmed',
  sequence: 0,
  startsAt: SATURDAY_2PM,
  endsAt: SATURDAY_2PM + HOUR / 2,
  createdAt: SATURDAY_2PM - 10 * DAY,
  updatedAt: SATURDAY_2PM - 10 * DAY,
  items: [{ service: 'Herrenhaarschnitt', staff: 'Mara Lindner', startsAt: SATURDAY_2PM, priceCents: 3500 }],
  priceCents: 3500,
  priceFrom: false,
  currency: 'EUR',
  name: 'Jonas Petersen',
  email: 'jonas@kunde.example',
  phone: '0151 5550123',
  guestName: null,
  note: null,
  cancelReason: null,
};

const MANAGE_URL = 'https://termine.example/b/AZr8fpOwfMOYxNwMDAc5jwGa_H6TsHzDmMTcDAwHOY8AAQ';

export type Wording = Pick<MailModel, 'locale' | 'addressForm'>;
export const SIE: Wording = { locale: 'de', addressForm: 'sie' };
export const DU: Wording = { locale: 'de', addressForm: 'du' };
export const ENGLISH: Wording = { locale: 'en', addressForm: 'sie' };
export const WORDINGS = { sie: SIE, du: DU, en: ENGLISH };

type Changes = { readonly salon?: Partial<MailSalon>; readonly visit?: Partial<MailVisit>; readonly now?: number };

const around = (wording: Wording, { salon, now }: Changes) => ({
  ...wording,
  operator: { name: 'Terminbuch', address: 'post@terminbuch.example' },
  salon: { ...SALON, ...salon },
  now: now ?? SATURDAY_2PM - 10 * DAY,
});

export function visitMail(kind: VisitMail['kind'], wording: Wording, changes: Changes = {}): VisitMail {
  const status = kind === 'requested' ? 'requested' : kind === 'cancelled' ? 'cancelled' : 'confirmed';
  const visit = { ...VISIT, status, ...changes.visit } as const;
  return { kind, ...around(wording, changes), recipient: 'jonas@kunde.example', visit, manageUrl: MANAGE_URL };
}

export function noticeMail(
  kind: NoticeMail['kind'],
  wording: Wording,
  changes: Changes & Pick<NoticeMail, 'previousStartsAt'> = {},
): NoticeMail {
  const visit = {
    ...VISIT,
    status: kind === 'notice_cancelled' ? 'cancelled' : 'confirmed',
    ...changes.visit,
  } as const;
  const { previousStartsAt } = changes;
  return { kind, ...around(wording, changes), recipient: 'hallo@salon-elbe.example', visit, previousStartsAt };
}

export function lostLinkMail(wording: Wording, changes: Changes = {}, count = 2): LostLinkMail {
  const links = Array.from({ length: count }, (_, index) => ({
    visit: { ...VISIT, ...changes.visit, startsAt: SATURDAY_2PM + index * 28 * DAY },
    manageUrl: `${MANAGE_URL}${index}`,
  }));
  return { kind: 'lost_link', ...around(wording, changes), recipient: 'jonas@kunde.example', links };
}

/** What a salon's customers and the salon itself are sent. */
export type SalonMailKind = (VisitMail | NoticeMail | LostLinkMail)['kind'];
export const KINDS: readonly SalonMailKind[] = [
  'confirmation',
  'requested',
  'moved',
  'cancelled',
  'reminder',
  'lost_link',
  'notice_booked',
  'notice_moved',
  'notice_cancelled',
];

/** A mail of any of these kinds. */
export function anyMail(kind: SalonMailKind, wording: Wording, changes: Changes = {}): MailModel {
  if (kind === 'lost_link') return lostLinkMail(wording, changes);
  if (kind === 'notice_booked' || kind === 'notice_moved' || kind === 'notice_cancelled') {
    return noticeMail(kind, wording, { ...changes, previousStartsAt: SATURDAY_2PM - DAY });
  }
  return visitMail(kind, wording, changes);
}

import { AccountMail, NO_SALON } from '@salon/contracts/account-mail';
import { TimeOffMail } from '@salon/contracts/time-off-mail';
import { isLoginKind, isTimeOffKind, type Mailbox, type MailModel, type MailSalon } from '@salon/emails/mail';
import type { ManageLinks } from '@salon/links/manage-link';
import type { Lease } from '../ledger/ledger.repo.ts';
import type { TimeOffRepo } from './time-off.repo.ts';
import type { SalonRow, VisitRepo } from './visit.repo.ts';
import { type DropReason, whyDrop } from './why-drop.ts';

type Model = { readonly mail: MailModel } | { readonly drop: DropReason };

export type ModelDeps = {
  readonly visits: VisitRepo;
  readonly timeOff: TimeOffRepo;
  readonly links: ManageLinks;
  readonly operator: Mailbox;
  readonly publicUrl: string;
};

/** All a message tells, read afresh, or why it is not to be sent. `now` is epoch milliseconds. */
export async function modelOf(deps: ModelDeps, message: Lease, now: number): Promise<Model> {
  const { bookingId, kind } = message;
  if (isLoginKind(kind)) return aboutLogin(deps, message, now);
  if (isTimeOffKind(kind)) return aboutTimeOff(deps, message, now);
  if (kind === 'lost_link') return lostLink(deps, message, now);
  const found = bookingId === null ? undefined : await deps.visits.visit(message.salonId, bookingId);
  const drop = whyDrop(message, found && { ...found.visit, erased: found.erased || found.visit.email === null }, now);
  if (drop !== undefined) return { drop };
  if (found === undefined || bookingId === null) return { drop: 'gone' };
  const { visit, salon } = found;
  const common = commonOf(deps, message, salon, now);
  switch (kind) {
    case 'notice_booked':
    case 'notice_cancelled':
      return { mail: { ...common, kind, locale: localeOf(salon.locale), visit } };
    case 'notice_moved': {
      const previousStartsAt = await deps.visits.toldStart({ ...message, bookingId });
      return { mail: { ...common, kind, locale: localeOf(salon.locale), visit, previousStartsAt } };
    }
    default: {
      const link = { salonId: message.salonId, bookingId, tokenVersion: found.tokenVersion };
      return { mail: { ...common, kind, locale: localeOf(found.locale), visit, manageUrl: deps.links.urlOf(link) } };
    }
  }
}

/** What it says stands in the ledger: its link is kept nowhere else. */
async function aboutLogin(deps: ModelDeps, { salonId, kind, recipient, content }: Lease, now: number): Promise<Model> {
  const mail = AccountMail.parse({ ...Object(content), kind });
  if (salonId === NO_SALON) return { mail: { ...operatorsOwn(deps), ...mail, recipient, now } };
  const salon = await deps.visits.salon(salonId);
  if (salon === undefined) return { drop: 'gone' };
  return { mail: { ...commonOf(deps, { recipient }, salon, now), ...mail } };
}

/** The days are read afresh; what was decided again since has its own mail. */
async function aboutTimeOff(deps: ModelDeps, message: Lease, now: number): Promise<Model> {
  const { salonId, kind, content } = message;
  const told = TimeOffMail.parse({ ...Object(content), kind });
  const [salon, request] = await Promise.all([
    deps.visits.salon(salonId),
    deps.timeOff.request(salonId, told.timeOffRequestId),
  ]);
  if (salon === undefined || request === undefined) return { drop: 'gone' };
  const { version, ...said } = request;
  if (version !== told.version) return { drop: 'decided_again' };
  const url = `${deps.publicUrl}/desk/${salon.slug}/team`;
  return { mail: { ...commonOf(deps, message, salon, now), ...said, kind: told.kind, locale: told.locale, url } };
}

/** The operator in the place of a salon. */
function operatorsOwn({ operator, publicUrl }: ModelDeps) {
  const salon: MailSalon = {
    name: operator.name ?? new URL(publicUrl).hostname,
    timeZone: 'UTC',
    ...{ phone: null, email: null, colour: null, logoUrl: null },
    address: { street: null, postalCode: null, city: null },
    pageUrl: publicUrl,
    cancellationMinutes: 0,
  };
  return { operator, salon, addressForm: 'sie' as const };
}

async function lostLink(deps: ModelDeps, message: Lease, now: number): Promise<Model> {
  const { salonId, recipient } = message;
  const salon = await deps.visits.salon(salonId);
  if (salon === undefined) return { drop: 'gone' };
  const { locale, visits } = await deps.visits.openVisits(salonId, recipient, now);
  if (visits.length === 0) return { drop: 'no_visits' };
  const links = visits.map(({ id, tokenVersion, ...visit }) => ({
    visit,
    manageUrl: deps.links.urlOf({ salonId, bookingId: id, tokenVersion }),
  }));
  const common = commonOf(deps, message, salon, now);
  return { mail: { ...common, kind: 'lost_link', locale: localeOf(locale), links } };
}

function commonOf(
  { operator, publicUrl }: ModelDeps,
  { recipient }: Pick<Lease, 'recipient'>,
  row: SalonRow,
  now: number,
) {
  const { slug, locale: _, addressForm, ...salon } = row;
  const mailSalon: MailSalon = {
    ...salon,
    logoUrl: salon.logoUrl === null ? null : new URL(salon.logoUrl, publicUrl).href,
    pageUrl: `${publicUrl}/s/${slug}`,
  };
  return {
    recipient,
    addressForm: addressForm === 'du' ? ('du' as const) : ('sie' as const),
    operator,
    salon: mailSalon,
    now,
  };
}

const localeOf = (locale: string) => (locale.startsWith('en') ? 'en' : 'de');

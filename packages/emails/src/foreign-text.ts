import {
  isLoginMail,
  isTimeOffMail,
  type LoginMail,
  type LostLinkMail,
  type MailModel,
  type MailSalon,
  type MailVisit,
} from './mail.ts';

const INVISIBLE = /[\p{Cc}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;

/** Text of others as it may stand in one line: nothing invisible, nothing that turns the direction of what follows. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(/\s/g, ' ').replace(INVISIBLE, '').replace(/ +/g, ' ').trim();
}

/** The same for text of several lines; at most one empty line in a row. */
export function severalLines(text: string): string {
  return text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map(oneLine)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** At most `max` characters, the last one then an ellipsis. */
export function clip(text: string, max: number): string {
  const characters = [...text];
  return characters.length <= max
    ? text
    : `${characters
        .slice(0, max - 1)
        .join('')
        .trimEnd()}…`;
}

/**
 * Takes from text what makes mail programs turn it into a link. Whoever books types an address nobody has checked, so
 * name and note reach people who never asked for them, and must not lead them anywhere.
 */
export function withoutLinks(text: string): string {
  return text.replace(/\.(?=\p{L})/gu, '. ').replace(/:\/\//g, ': //');
}

/** Text written from right to left is shut in, so that it does not turn round what stands beside it. */
export function isolated(text: string): string {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text)
    ? `\u2068${text}\u2069`
    : text;
}

const typed = (text: string) => isolated(withoutLinks(oneLine(text)));
const typedLines = (text: string) => withoutLinks(severalLines(text)).split('\n').map(isolated).join('\n');
const orNull = <T>(text: string | null, clean: (text: string) => T) => (text === null ? null : clean(text) || null);

/** The model with every text that somebody typed made fit to be shown: done once, so that no template can forget it. */
export function cleaned(model: MailModel): MailModel {
  const salon = cleanSalon(model.salon);
  if (isLoginMail(model)) return { ...cleanLogin(model), salon };
  if (isTimeOffMail(model)) {
    return { ...model, salon, decidedBy: typed(model.decidedBy), answer: orNull(model.answer, typedLines) };
  }
  if (model.kind === 'lost_link') return { ...model, salon, links: cleanLinks(model.links) };
  return { ...model, salon, visit: cleanVisit(model.visit) };
}

function cleanLogin(mail: LoginMail): LoginMail {
  if (mail.kind === 'invitation') return { ...mail, invitedBy: typed(mail.invitedBy) };
  return mail.kind === 'allow_new_address' ? { ...mail, newAddress: oneLine(mail.newAddress) } : mail;
}

function cleanSalon(salon: MailSalon): MailSalon {
  const { street, postalCode, city } = salon.address;
  return {
    ...salon,
    name: isolated(oneLine(salon.name)),
    phone: orNull(salon.phone, oneLine),
    address: { street: orNull(street, oneLine), postalCode: orNull(postalCode, oneLine), city: orNull(city, oneLine) },
  };
}

function cleanVisit(visit: MailVisit): MailVisit {
  return {
    ...visit,
    reference: oneLine(visit.reference),
    items: cleanItems(visit.items),
    name: typed(visit.name),
    phone: orNull(visit.phone, typed),
    guestName: orNull(visit.guestName, typed),
    note: orNull(visit.note, typedLines),
    cancelReason: orNull(visit.cancelReason, typedLines),
  };
}

function cleanLinks(links: LostLinkMail['links']): LostLinkMail['links'] {
  return links.map(({ visit, manageUrl }) => ({
    visit: { ...visit, items: cleanItems(visit.items), guestName: orNull(visit.guestName, typed) },
    manageUrl,
  }));
}

function cleanItems(items: MailVisit['items']): MailVisit['items'] {
  return items.map((item) => ({
    ...item,
    service: isolated(oneLine(item.service)),
    staff: isolated(oneLine(item.staff)),
  }));
}

import { calendarEntry } from './calendar-entry.ts';
import { accentOf } from './colour.ts';
import { cleaned } from './foreign-text.ts';
import type { Letter, Span } from './letter/letter.ts';
import { letterHtml } from './letter/letter-html.ts';
import { letterText } from './letter/letter-text.ts';
import { loginLetter } from './letter/login-letter.ts';
import { lostLinkLetter } from './letter/lost-link-letter.ts';
import { noticeLetter } from './letter/notice-letter.ts';
import { timeOffLetter } from './letter/time-off-letter.ts';
import { hasCalendar, visitLetter } from './letter/visit-letter.ts';
import { addressLine, logoLink, mapLink, phoneLink } from './links.ts';
import { isLoginMail, isNotice, isTimeOffMail, type MailModel } from './mail.ts';
import type { Words } from './words/de-sie.ts';
import { wordsFor } from './words/words-for.ts';

/** A mail's body, under the names nodemailer has for its parts. */
export type RenderedMail = {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** The calendar as a form of the mail itself, from which mail programs make an invitation. */
  readonly alternatives: readonly { readonly contentType: string; readonly content: string }[];
  /** The calendar as a file, for everybody else. */
  readonly attachments: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly content: string;
  }[];
};

/** Writes a mail; the same model gives the same mail, byte for byte. */
export function renderMail(mail: MailModel): RenderedMail {
  const clean = cleaned(mail);
  const words = wordsFor(clean);
  const letter = letterOf(clean, words);
  const { salon, locale } = clean;
  const signature = isNotice(clean) ? [] : signatureOf(clean);
  return {
    subject: letter.subject,
    html: letterHtml(letter, {
      language: locale,
      salon: salon.name,
      accent: accentOf(salon.colour),
      logo: logoLink(salon.logoUrl),
      signature,
    }),
    text: letterText(
      letter,
      signature.map(({ text }) => text),
    ),
    ...calendarParts(clean, words),
  };
}

function letterOf(mail: MailModel, words: Words): Letter {
  if (isLoginMail(mail)) return loginLetter(mail);
  if (isTimeOffMail(mail)) return timeOffLetter(mail);
  if (mail.kind === 'lost_link') return lostLinkLetter(mail, words);
  return isNotice(mail) ? noticeLetter(mail, words) : visitLetter(mail, words);
}

function signatureOf({ salon }: MailModel): Span[] {
  const lines: Span[] = [{ text: salon.name }, { text: addressLine(salon.address), href: mapLink(salon) }];
  if (salon.phone !== null) lines.push({ text: salon.phone, href: phoneLink(salon.phone) });
  return lines.filter(({ text }) => text !== '');
}

function calendarParts(mail: MailModel, words: Words): Pick<RenderedMail, 'alternatives' | 'attachments'> {
  if (isTimeOffMail(mail) || mail.kind === 'lost_link' || isNotice(mail) || isLoginMail(mail) || !hasCalendar(mail)) {
    return { alternatives: [], attachments: [] };
  }
  const method = mail.kind === 'cancelled' ? 'CANCEL' : 'REQUEST';
  const { salon, visit, manageUrl, operator, recipient } = mail;
  const content = calendarEntry({
    method,
    visit,
    salon,
    manageUrl,
    organizer: { name: salon.name, address: salon.email ?? operator.address },
    attendee: { name: visit.guestName ?? visit.name, address: recipient },
  });
  return {
    alternatives: [{ contentType: `text/calendar; charset=utf-8; method=${method}`, content }],
    attachments: [{ filename: words.calendarFile, contentType: 'application/ics', content }],
  };
}

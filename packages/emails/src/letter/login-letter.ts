import { clip } from '../foreign-text.ts';
import type { LoginMail } from '../mail.ts';
import { type LoginWords, loginDe } from '../words/login-de.ts';
import { loginEn } from '../words/login-en.ts';
import { type Block, type Letter, paragraph } from './letter.ts';

const NAME_IN_SUBJECT = 50;

/** What somebody is told who signs in, or is to. */
export function loginLetter(mail: LoginMail): Letter {
  const words = mail.locale === 'en' ? loginEn : loginDe;
  const lead = leadOf(mail, words);
  const blocks: Block[] = [
    ...moreOf(mail, words).map(paragraph),
    { kind: 'button', label: words.button[mail.kind], url: mail.url },
  ];
  const footnotes = footnotesOf(mail, words);
  return {
    subject: subjectOf(mail, words),
    preview: [...moreOf(mail, words), ...footnotes].join(' '),
    lead,
    blocks,
    footnotes,
  };
}

function subjectOf({ kind, salon }: LoginMail, { subject }: LoginWords): string {
  return kind === 'invitation' ? subject.invitation(clip(salon.name, NAME_IN_SUBJECT)) : subject[kind];
}

function leadOf(mail: LoginMail, { lead, changed }: LoginWords): string {
  switch (mail.kind) {
    case 'invitation':
      return lead.invitation(mail.invitedBy, mail.salon.name);
    case 'allow_new_address':
      return lead.allow_new_address(mail.newAddress);
    case 'login_changed':
      return changed[mail.change];
    default:
      return lead[mail.kind](mail.salon.name);
  }
}

function moreOf(mail: LoginMail, { more, role }: LoginWords): string[] {
  if (mail.kind === 'invitation') return [role[mail.role]];
  return mail.kind === 'address_known' || mail.kind === 'allow_new_address' ? [more[mail.kind]] : [];
}

function footnotesOf({ kind }: LoginMail, { holds, unasked }: LoginWords): string[] {
  if (kind === 'login_changed') return [unasked.change];
  if (kind === 'address_known') return [unasked.known];
  return [holds[kind], kind === 'allow_new_address' ? unasked.change : unasked.nothing];
}

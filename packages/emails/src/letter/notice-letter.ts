import { clip } from '../foreign-text.ts';
import { mailLink, phoneLink } from '../links.ts';
import type { NoticeMail } from '../mail.ts';
import { isMailAddress } from '../mailbox.ts';
import { type When, whenIn } from '../when.ts';
import type { Words } from '../words/de-sie.ts';
import { type Fact, fact, factIf, type Letter, paragraph, typedFact } from './letter.ts';
import { priceFact, serviceFacts, servicesLine, timeFact } from './visit-facts.ts';

const NAME_IN_SUBJECT = 40;
const SERVICE_IN_SUBJECT = 40;

/** What the salon is told: who, what, when, with whom, and how to reach them. */
export function noticeLetter(mail: NoticeMail, words: Words): Letter {
  const { visit, salon, locale } = mail;
  const when = whenIn(locale, salon.timeZone);
  const asked = mail.kind === 'notice_booked' && visit.status === 'requested';
  const kind = asked ? 'notice_asked' : mail.kind;
  const who = visit.guestName ?? visit.name;
  const services = clip(visit.items.map((item) => item.service).join(', '), SERVICE_IN_SUBJECT);
  const canAnswer = visit.email !== null && isMailAddress(visit.email);
  return {
    subject: words.subject[kind](when.short(visit.startsAt), `${clip(who, NAME_IN_SUBJECT)}, ${services}`),
    preview: [servicesLine(words, visit.items), visit.phone, visit.note].filter((part) => part !== null).join(', '),
    lead: words.lead[kind](who, when.medium(visit.startsAt)),
    blocks: [
      ...(asked ? [paragraph(words.waitsForSalon)] : []),
      {
        kind: 'facts',
        facts: [
          ...timeFacts(mail, words, when),
          ...serviceFacts(words, when, visit.items),
          ...personFacts(mail, words),
          ...typedFact(words.label.note, visit.note),
          ...priceFact(words, locale, visit),
          ...factIf(words.label.reference, visit.reference),
        ],
      },
    ],
    footnotes: canAnswer ? [words.answersToCustomer(visit.name)] : [],
  };
}

function timeFacts({ kind, visit, previousStartsAt }: NoticeMail, words: Words, when: When): Fact[] {
  const moved = kind === 'notice_moved' && previousStartsAt !== undefined && previousStartsAt !== visit.startsAt;
  return [
    timeFact(words, when, visit),
    ...(moved ? [fact(words.label.before, when.medium(previousStartsAt))] : []),
    ...(kind === 'notice_cancelled' ? typedFact(words.label.reason, visit.cancelReason) : []),
  ];
}

function personFacts({ visit: { name, guestName, phone, email } }: NoticeMail, words: Words): Fact[] {
  return [
    fact(words.label.who, guestName === null ? name : words.guestOf(guestName, name)),
    ...(phone === null ? [] : [fact(words.label.phone, { text: phone, href: phoneLink(phone) })]),
    ...(email !== null && isMailAddress(email)
      ? [fact(words.label.email, { text: email, href: mailLink(email) })]
      : []),
  ];
}

import { canChangeOnline } from '@salon/domain/salon/change-online';
import { MINUTE } from '@salon/domain/time/interval';
import { clip } from '../foreign-text.ts';
import { addressLine, phoneLink } from '../links.ts';
import type { VisitMail } from '../mail.ts';
import { type When, whenIn } from '../when.ts';
import type { Words } from '../words/de-sie.ts';
import { type Block, type Fact, factIf, type Letter, paragraph, typedFact } from './letter.ts';
import { placeFact, priceFact, serviceFacts, servicesLine, timeFact } from './visit-facts.ts';

/** Characters of a salon's name in a subject: the time stands before it and stays whole. */
const NAME_IN_SUBJECT = 60;

/** What whoever booked is told about the visit. */
export function visitLetter(mail: VisitMail, words: Words): Letter {
  const { kind, visit, salon, locale } = mail;
  const when = whenIn(locale, salon.timeZone);
  const about = servicesLine(words, visit.items);
  return {
    subject: words.subject[kind](when.short(visit.startsAt), clip(salon.name, NAME_IN_SUBJECT)),
    preview: [about, addressLine(salon.address)].filter((part) => part !== '').join(', '),
    lead: words.lead[kind](words.yourVisit(visit.guestName), when.medium(visit.startsAt), salon.name),
    blocks: kind === 'cancelled' ? cancelledBlocks(mail, words, when) : standingBlocks(mail, words, when),
    footnotes: [
      ...(kind === 'confirmation' || kind === 'requested' ? [words.unasked.booked] : []),
      ...(salon.email === null ? [] : [words.answers(salon.name)]),
    ],
  };
}

function standingBlocks(mail: VisitMail, words: Words, when: When): Block[] {
  const { kind, visit, salon, locale, now } = mail;
  const open = canChangeOnline(visit, salon, now);
  return [
    ...(visit.status === 'requested' ? [paragraph(words.waiting)] : []),
    {
      kind: 'facts',
      facts: [
        timeFact(words, when, visit),
        ...serviceFacts(words, when, visit.items),
        ...whose(words, visit),
        ...placeFact(words, salon),
        ...priceFact(words, locale, visit),
        ...typedFact(words.label.note, visit.note),
        ...factIf(words.label.reference, visit.reference),
      ],
    },
    { kind: 'button', label: open ? words.button.change : words.button.look, url: mail.manageUrl },
    open
      ? paragraph(words.policy.until(when.medium(visit.startsAt - salon.cancellationMinutes * MINUTE)))
      : tooLate(mail, words),
    ...(hasCalendar(mail) ? [paragraph(kind === 'moved' ? words.calendarMoved : words.calendar)] : []),
    ...(kind === 'confirmation' || kind === 'reminder' ? [paragraph(words.welcome)] : []),
  ];
}

function cancelledBlocks(mail: VisitMail, words: Words, when: When): Block[] {
  const { visit, salon } = mail;
  return [
    {
      kind: 'facts',
      facts: [
        timeFact(words, when, visit),
        ...serviceFacts(words, when, visit.items),
        ...whose(words, visit),
        ...typedFact(words.label.reason, visit.cancelReason),
        ...factIf(words.label.reference, visit.reference),
      ],
    },
    { kind: 'button', label: words.button.again, url: salon.pageUrl },
    ...(hasCalendar(mail) ? [paragraph(words.calendarCancelled)] : []),
  ];
}

const whose = (words: Words, { guestName }: VisitMail['visit']): Fact[] => factIf(words.label.guest, guestName);

/** Past the window the telephone is left. */
function tooLate({ salon }: VisitMail, words: Words): Block {
  if (salon.phone === null) return paragraph(words.policy.tell);
  const number = { text: salon.phone, href: phoneLink(salon.phone) };
  return { kind: 'paragraph', spans: [{ text: `${words.policy.call} ` }, number] };
}

/**
 * Whether a mail carries a calendar entry: what is only asked for is in no calendar yet, and a reminder changes nothing
 * in one.
 */
export function hasCalendar({ kind, visit }: VisitMail): boolean {
  if (kind === 'cancelled') return true;
  return (kind === 'confirmation' || kind === 'moved') && visit.status !== 'requested';
}

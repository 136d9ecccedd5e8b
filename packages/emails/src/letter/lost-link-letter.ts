import { clip } from '../foreign-text.ts';
import type { LostLinkMail } from '../mail.ts';
import { whenIn } from '../when.ts';
import type { Words } from '../words/de-sie.ts';
import { type Block, fact, factIf, type Letter, paragraph } from './letter.ts';
import { serviceFacts, servicesLine } from './visit-facts.ts';

const NAME_IN_SUBJECT = 60;

/** The links of somebody's open visits, for whoever asked for them at the salon's page. */
export function lostLinkLetter({ salon, links, locale }: LostLinkMail, words: Words): Letter {
  const when = whenIn(locale, salon.timeZone);
  return {
    subject: words.subject.lost_link(clip(salon.name, NAME_IN_SUBJECT)),
    preview: links.map(({ visit }) => `${when.medium(visit.startsAt)}: ${servicesLine(words, visit.items)}`).join('; '),
    lead: words.lead.lost_link(salon.name, links.length),
    blocks: [
      ...links.flatMap(({ visit, manageUrl }): Block[] => [
        {
          kind: 'facts',
          facts: [
            fact(words.label.when, when.medium(visit.startsAt)),
            ...serviceFacts(words, when, visit.items),
            ...factIf(words.label.guest, visit.guestName),
          ],
        },
        { kind: 'button', label: words.button.open(when.short(visit.startsAt)), url: manageUrl },
      ]),
      paragraph(words.keepLinks),
    ],
    footnotes: [words.unasked.links, ...(salon.email === null ? [] : [words.answers(salon.name)])],
  };
}

import { DAY } from '@salon/domain/time/interval';
import type { TimeOffMail } from '../mail.ts';
import { whenIn } from '../when.ts';
import { type TimeOffWords, timeOffDe } from '../words/time-off-de.ts';
import { timeOffEn } from '../words/time-off-en.ts';
import { fact, type Letter, paragraph, typedFact } from './letter.ts';

/** What became of the time off somebody asked for. */
export function timeOffLetter(mail: TimeOffMail): Letter {
  const { kind, decidedBy, answer } = mail;
  const words = mail.locale === 'en' ? timeOffEn : timeOffDe;
  // Dates and clock times as such: in a zone that never changes its clock they stay what they are.
  const when = whenIn(mail.locale, 'UTC');
  const days = daysOf(mail, words, when.day);
  return {
    subject: words.subject[kind](days),
    preview: [words.more[kind], answer].filter((part) => part !== null).join(' '),
    lead: words.lead[kind](days),
    blocks: [
      paragraph(words.more[kind]),
      {
        kind: 'facts',
        facts: [
          fact(words.label.when, daysOf(mail, words, when.date)),
          fact(words.label.by, decidedBy),
          ...typedFact(words.label.answer, answer),
        ],
      },
      { kind: 'button', label: words.button, url: mail.url },
    ],
    footnotes: [],
  };
}

/** "Mo., 7. Dezember bis Fr., 11. Dezember", "Mo., 7. Dezember, 12:00 bis 18:00 Uhr". */
function daysOf(mail: TimeOffMail, words: TimeOffWords, day: (instant: number) => string): string {
  const [first, last] = [Date.parse(mail.firstDate), Date.parse(mail.lastDate)];
  if (mail.startMinute !== null && mail.endMinute !== null) {
    return words.at(day(first), clock(mail.startMinute), clock(mail.endMinute));
  }
  return last - first < DAY ? day(first) : words.to(day(first), day(last));
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

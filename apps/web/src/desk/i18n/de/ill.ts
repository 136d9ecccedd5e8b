import { plural } from '../../../i18n/plural.ts';

const visits = (n: number) => plural('de', n, { one: 'Termin', other: 'Termine' });

/** Somebody is ill, and her visits have to go somewhere. */
export const ill = {
  title: 'Krank melden',
  who: 'Wer ist krank?',
  choose: 'Person wählen',
  from: 'Von',
  to: 'Bis',
  visits: (p: { n: number }) => `${visits(p.n)} in dieser Zeit`,
  noVisits: (p: { name: string }) => `${p.name} hat in dieser Zeit keine Termine. Die Zeit wird nur gesperrt.`,
  whatNow: (p: { name: string }) => `Was wird aus ${p.name}?`,
  with: (p: { staff: string }) => `bei ${p.staff}`,
  choices: {
    give: (p: { staff: string }) => `Gleiche Zeit bei ${p.staff}`,
    move: (p: { when: string }) => p.when,
    moveToday: (p: { time: string; staff: string }) => `${p.time} bei ${p.staff}`,
    cancel: 'Absagen',
    keep: 'So lassen, ich kläre das selbst',
  },
  mail: 'Kundinnen und Kunden per Mail informieren',
  mailMore: 'Wer keine Mailadresse hinterlegt hat, bekommt nichts. Rufen Sie dort bitte an.',
  do: (p: { n: number }) => (p.n === 0 ? 'Krank melden' : `Krank melden und ${visits(p.n)} ändern`),
  doing: 'Wird eingetragen',
  done: (p: { name: string }) => `${p.name} ist krank gemeldet.`,
};

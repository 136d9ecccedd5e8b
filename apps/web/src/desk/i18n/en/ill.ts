import { plural } from '../../../i18n/plural.ts';
import type { ill } from '../de/ill.ts';

const visits = (n: number) => plural('en', n, { one: 'appointment', other: 'appointments' });

export const illEn = {
  title: 'Report sick',
  who: 'Who is ill?',
  choose: 'Choose a person',
  from: 'From',
  to: 'Until',
  visits: (p: { n: number }) => `${visits(p.n)} in this time`,
  noVisits: (p: { name: string }) => `${p.name} has no appointments in this time. It is only blocked.`,
  whatNow: (p: { name: string }) => `What about ${p.name}?`,
  with: (p: { staff: string }) => `with ${p.staff}`,
  choices: {
    give: (p: { staff: string }) => `Same time with ${p.staff}`,
    move: (p: { when: string }) => p.when,
    moveToday: (p: { time: string; staff: string }) => `${p.time} with ${p.staff}`,
    cancel: 'Cancel',
    keep: 'Leave it, I will see to it',
  },
  mail: 'Tell customers by email',
  mailMore: 'Who has left no email address hears nothing. Please call them.',
  do: (p: { n: number }) => (p.n === 0 ? 'Report sick' : `Report sick and change ${visits(p.n)}`),
  doing: 'Saving',
  done: (p: { name: string }) => `${p.name} is reported sick.`,
} satisfies typeof ill;

import { plural } from '../../../i18n/plural.ts';
import type { feed } from '../de/feed.ts';

type Named = { name: string };

export const feedEn = {
  title: 'What’s new',
  unseen: (p: { n: number }) => plural('en', p.n, { one: 'new entry', other: 'new entries' }),
  isNew: 'New:',
  none: 'Nothing new',
  noneMore: 'What customers book, move and cancel online appears here.',
  what: {
    booked: (p: Named) => `${p.name} booked`,
    requested: (p: Named) => `${p.name} asked for an appointment`,
    moved: (p: Named) => `${p.name} moved the appointment`,
    cancelled: (p: Named) => `${p.name} cancelled`,
  },
  wasAt: (p: { when: string }) => `was ${p.when}`,
  came: (p: { when: string }) => `came in ${p.when}`,
  sound: 'Sound for what is new',
  soundMore: 'On this device only.',
} satisfies typeof feed;

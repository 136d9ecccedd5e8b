import { plural } from '../../../i18n/plural.ts';

type Named = { name: string };

/** What customers did by themselves. */
export const feed = {
  title: 'Neues',
  unseen: (p: { n: number }) => plural('de', p.n, { one: 'neue Nachricht', other: 'neue Nachrichten' }),
  isNew: 'Neu:',
  none: 'Nichts Neues',
  noneMore: 'Hier steht, was Kundinnen und Kunden online buchen, verschieben und absagen.',
  what: {
    booked: (p: Named) => `${p.name} hat gebucht`,
    requested: (p: Named) => `${p.name} hat einen Termin angefragt`,
    moved: (p: Named) => `${p.name} hat den Termin verschoben`,
    cancelled: (p: Named) => `${p.name} hat abgesagt`,
  },
  wasAt: (p: { when: string }) => `vorher ${p.when}`,
  came: (p: { when: string }) => `gemeldet ${p.when}`,
  sound: 'Ton bei Neuem',
  soundMore: 'Gilt nur auf diesem Gerät.',
};

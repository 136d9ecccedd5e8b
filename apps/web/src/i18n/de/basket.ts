/** What somebody puts together for one visit, and with whom. */
export const basket = {
  upTo: (p: { duration: string }) => `bis zu ${p.duration}`,
  processing: (p: { duration: string }) => `davon ${p.duration} Einwirkzeit`,
  withSome: (p: { name: string }) => `bei ${p.name}, sonst egal bei wem`,
  andMore: (p: { service: string; n: number }) => `${p.service} + ${p.n} weitere`,
  chosenAs: (p: { n: number; of: number }) => `Gewählt · ${p.n}. von ${p.of}`,
  full: 'Mehr als sechs Leistungen passen nicht in einen Termin.',
  fullMore: 'Nehmen Sie erst eine heraus, oder rufen Sie im Salon an.',

  show: 'Auswahl ansehen und ändern',
  close: 'Schließen',
  remove: (p: { service: string }) => `${p.service} herausnehmen`,
  before: (p: { service: string; other: string }) => `${p.service} vor ${p.other} setzen`,
  after: (p: { service: string; other: string }) => `${p.service} hinter ${p.other} setzen`,
  added: (p: { service: string }) => `${p.service} ist dabei.`,
  addedAs: (p: { service: string; n: number; of: number }) => `${p.service} ist dabei, ${p.n}. von ${p.of}.`,
  removed: (p: { service: string }) => `${p.service} ist nicht mehr dabei.`,
  moved: (p: { service: string; n: number; of: number }) => `${p.service} ist jetzt ${p.n}. von ${p.of}.`,
  emptied: 'Ihre Auswahl ist leer.',
  more: 'Noch etwas dazu',
  several: 'Zu zweit oder mit Kind?',
  severalMore: 'Mehrere Personen auf einmal können Sie online noch nicht buchen.',
  severalCall: 'Rufen Sie dafür gern an:',

  timeHolds: 'Diese Zeit gilt für genau diese Auswahl. Ändern Sie etwas, wählen Sie die Zeit neu.',
  timeGone: 'Bitte wählen Sie die Zeit noch einmal.',
  timeGoneMore: (p: { time: string }) => `Ihre Auswahl hat sich geändert, darum gilt ${p.time} nicht mehr.`,

  often: 'Wird hier oft dazu gebucht',
  share: (p: { n: number; of: number; over: boolean; service: string }) => {
    const over = p.over ? 'mehr als ' : '';
    const bookings = p.n === 1 ? `jeder ${EACH[p.of]} Buchung` : `${NUMBERS[p.n]} von ${NUMBERS[p.of]} Buchungen`;
    return `bei ${over}${bookings} mit „${p.service}“`;
  },
  add: (p: { service: string }) => `${p.service} dazunehmen`,
  notNow: 'Nein, danke',

  nobodyAlone: 'Alles zusammen macht hier niemand allein. Wählen Sie je Leistung, oder lassen Sie es offen.',
  perService: 'Je Leistung wählen',
  anybodyForThis: 'Egal',
  onlyWith: (p: { name: string }) => `macht ${p.name}`,
};

const EACH: Readonly<Record<number, string>> = {
  2: 'zweiten',
  3: 'dritten',
  4: 'vierten',
  5: 'fünften',
  6: 'sechsten',
  7: 'siebten',
};
const NUMBERS: Readonly<Record<number, string>> = { 2: 'zwei', 3: 'drei', 4: 'vier', 9: 'neun', 10: 'zehn' };

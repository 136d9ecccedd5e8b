import type { Habit } from './people.ts';

/** Something people come for: services run one after another, and how often it is this. */
export type Errand = {
  readonly services: readonly string[];
  readonly weight: number;
  /** It is for a child of the customer. */
  readonly forChild?: true;
};

const SHORT = 'Waschen, Schneiden, Föhnen – kurzes Haar';
const LONG = 'Waschen, Schneiden, Föhnen – langes Haar';
const MEN = 'Herrenhaarschnitt';

export const ERRANDS: Readonly<Record<Habit, readonly Errand[]>> = {
  woman: [
    { services: [SHORT], weight: 24 },
    { services: [LONG], weight: 27 },
    { services: ['Trockenhaarschnitt Damen'], weight: 11 },
    { services: ['Spitzen schneiden'], weight: 13 },
    { services: ['Föhnfrisur'], weight: 7 },
    { services: [LONG, 'Intensivkur'], weight: 6 },
    { services: ['Pony schneiden'], weight: 4 },
    { services: ['Hochsteckfrisur'], weight: 3 },
    { services: ['Locken oder Glätten'], weight: 2 },
    { services: ['Augenbrauen zupfen'], weight: 2 },
    { services: ['Brautfrisur mit Probetermin'], weight: 1 },
  ],
  coloured: [
    { services: ['Ansatzfarbe', SHORT], weight: 23 },
    { services: ['Ansatzfarbe', 'Augenbrauen zupfen', SHORT], weight: 12 },
    { services: ['Ansatzfarbe'], weight: 14 },
    { services: ['Komplettfarbe'], weight: 8 },
    { services: ['Komplettfarbe', 'Trockenhaarschnitt Damen', 'Föhnfrisur'], weight: 8 },
    { services: ['Foliensträhnen Oberkopf', LONG], weight: 10 },
    { services: ['Foliensträhnen Oberkopf'], weight: 8 },
    { services: ['Foliensträhnen ganzer Kopf'], weight: 7 },
    { services: ['Balayage'], weight: 8 },
    { services: ['Tönung und Glossing', 'Spitzen schneiden'], weight: 8 },
    { services: ['Farbberatung'], weight: 4 },
  ],
  man: [
    { services: [MEN], weight: 62 },
    { services: ['Herrenhaarschnitt mit Wäsche'], weight: 15 },
    { services: ['Fade Cut'], weight: 7 },
    { services: ['Maschinenhaarschnitt'], weight: 8 },
    { services: ['Grauhaarkaschierung', MEN], weight: 4 },
    { services: [MEN, 'Kopfmassage'], weight: 4 },
  ],
  bearded: [
    { services: [MEN, 'Bart trimmen'], weight: 45 },
    { services: ['Fade Cut', 'Bart trimmen'], weight: 20 },
    { services: ['Bart trimmen'], weight: 12 },
    { services: [MEN], weight: 12 },
    { services: ['Nassrasur'], weight: 6 },
    { services: [MEN, 'Nassrasur'], weight: 5 },
  ],
  parent: [
    { services: ['Kinderhaarschnitt 7 bis 12 Jahre'], weight: 36, forChild: true },
    { services: ['Kinderhaarschnitt bis 6 Jahre'], weight: 26, forChild: true },
    { services: ['Jugendhaarschnitt 13 bis 17 Jahre'], weight: 14, forChild: true },
    { services: ['Erster Haarschnitt'], weight: 4, forChild: true },
    { services: ['Kinderhaarschnitt 7 bis 12 Jahre', 'Kinderhaarschnitt bis 6 Jahre'], weight: 8, forChild: true },
    { services: [SHORT], weight: 6 },
    { services: [LONG], weight: 6 },
  ],
};

/** What customers add to a booking. */
export const NOTES: readonly string[] = [
  'Bitte nicht zu kurz, die Ohren sollen bedeckt bleiben.',
  'Ich habe eine empfindliche Kopfhaut.',
  'Allergie gegen Ammoniak – bitte ammoniakfreie Farbe.',
  'Komme vielleicht fünf Minuten später, die S-Bahn …',
  'Ich bringe ein Foto mit.',
  'Wie beim letzten Mal, das war perfekt!',
  'Bitte ohne Smalltalk, danke.',
  'Der Kinderwagen muss mit hinein, passt das?',
  'Wirbel am Hinterkopf – bitte dort etwas länger lassen.',
  'Danach geht es direkt auf ein Fest.',
  'Ich trage ein Hörgerät.',
  'Gutschein vorhanden.',
];

/** Why a visit was called off. `undefined`: nobody said. */
export const EXCUSES: readonly (string | undefined)[] = [
  undefined,
  undefined,
  'Krank',
  'Termin im Büro dazwischengekommen',
  'Kind krank',
  'Neuer Termin folgt',
];

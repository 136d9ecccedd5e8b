import type { PhaseKind } from '@salon/domain/salon/salon-config';

type ServiceListing = {
  readonly name: string;
  readonly description: string;
  /** What a stylist asks; seniors ask more and juniors less. */
  readonly euros: number;
  /** It may become more, by length and effort. */
  readonly from?: true;
  readonly phases: readonly { readonly kind: PhaseKind; readonly minutes: number }[];
  readonly bufferMinutes?: number;
  /** Done at the reception or standing: takes no chair. */
  readonly noChair?: true;
  /** Not on the hair itself, so it can be done while colour develops there. */
  readonly duringProcessing?: true;
};

type CategoryListing = {
  readonly name: string;
  /** Everybody asks the same. */
  readonly onePrice?: true;
  readonly services: readonly ServiceListing[];
};

const work = (minutes: number) => [{ kind: 'work', minutes }] as const;
/** Colour is applied, develops while the staff member is free, and is washed out and finished. */
const colour = (apply: number, develop: number, finish: number) =>
  [
    { kind: 'work', minutes: apply },
    { kind: 'processing', minutes: develop },
    { kind: 'finish', minutes: finish },
  ] as const;

/** What the demo salon sells, in the order of its price list. */
export const PRICE_LIST: readonly CategoryListing[] = [
  {
    name: 'Damen',
    services: [
      {
        name: 'Waschen, Schneiden, Föhnen – kurzes Haar',
        description: 'Beratung, Haarwäsche, Schnitt und Styling für Haar bis zum Kinn.',
        euros: 52,
        phases: work(45),
      },
      {
        name: 'Waschen, Schneiden, Föhnen – langes Haar',
        description: 'Beratung, Haarwäsche, Schnitt und Styling ab Schulterlänge.',
        euros: 66,
        from: true,
        phases: work(60),
      },
      {
        name: 'Trockenhaarschnitt Damen',
        description: 'Schnitt ohne Wäsche; bitte mit frisch gewaschenem Haar kommen.',
        euros: 39,
        phases: work(30),
      },
      {
        name: 'Spitzen schneiden',
        description: 'Die Länge bleibt, trockene Spitzen gehen.',
        euros: 35,
        phases: work(30),
      },
      { name: 'Pony schneiden', description: 'Zwischendurch nachgeschnitten.', euros: 12, phases: work(15) },
    ],
  },
  {
    name: 'Herren',
    services: [
      {
        name: 'Herrenhaarschnitt',
        description: 'Schnitt mit Schere und Maschine, Konturen und Styling.',
        euros: 35,
        phases: work(30),
      },
      {
        name: 'Herrenhaarschnitt mit Wäsche',
        description: 'Haarwäsche mit kurzer Kopfmassage, Schnitt und Styling.',
        euros: 42,
        phases: work(45),
      },
      {
        name: 'Fade Cut',
        description: 'Weicher Übergang von der Haut bis zur gewünschten Länge.',
        euros: 39,
        phases: work(45),
      },
      {
        name: 'Maschinenhaarschnitt',
        description: 'Eine Länge rundum, Konturen ausrasiert.',
        euros: 22,
        phases: work(15),
      },
      {
        name: 'Grauhaarkaschierung',
        description: 'Graues Haar wird natürlich abgedeckt.',
        euros: 32,
        phases: colour(10, 10, 10),
      },
    ],
  },
  {
    name: 'Kinder',
    onePrice: true,
    services: [
      {
        name: 'Erster Haarschnitt',
        description: 'Mit viel Zeit, einer Locke im Umschlag und einer Urkunde.',
        euros: 22,
        phases: work(30),
      },
      {
        name: 'Kinderhaarschnitt bis 6 Jahre',
        description: 'Auf Wunsch auf dem Schoß der Eltern.',
        euros: 19,
        phases: work(20),
      },
      { name: 'Kinderhaarschnitt 7 bis 12 Jahre', description: 'Schnitt mit Styling.', euros: 24, phases: work(30) },
      {
        name: 'Jugendhaarschnitt 13 bis 17 Jahre',
        description: 'Waschen, Schnitt und Styling.',
        euros: 32,
        phases: work(30),
      },
    ],
  },
  {
    name: 'Farbe',
    services: [
      {
        name: 'Ansatzfarbe',
        description: 'Der nachgewachsene Ansatz in Ihrem Farbton.',
        euros: 59,
        from: true,
        phases: colour(30, 35, 20),
        bufferMinutes: 5,
      },
      {
        name: 'Komplettfarbe',
        description: 'Ansatz, Längen und Spitzen in einem Ton.',
        euros: 84,
        from: true,
        phases: colour(45, 40, 30),
        bufferMinutes: 5,
      },
      {
        name: 'Foliensträhnen Oberkopf',
        description: 'Helle Strähnen am Oberkopf, mit Glossing.',
        euros: 92,
        from: true,
        phases: colour(45, 35, 30),
        bufferMinutes: 5,
      },
      {
        name: 'Foliensträhnen ganzer Kopf',
        description: 'Feine Strähnen im ganzen Haar, mit Glossing.',
        euros: 128,
        from: true,
        phases: colour(75, 40, 35),
        bufferMinutes: 5,
      },
      {
        name: 'Balayage',
        description: 'Freihand aufgetragene Verläufe, mit Glossing, Schnitt und Styling.',
        euros: 165,
        from: true,
        phases: colour(75, 45, 60),
        bufferMinutes: 10,
      },
      {
        name: 'Tönung und Glossing',
        description: 'Frischer Glanz, der sich nach einigen Wäschen verabschiedet.',
        euros: 42,
        phases: colour(15, 20, 15),
      },
      {
        name: 'Farbberatung',
        description: 'Wir sehen uns Ihr Haar an und planen gemeinsam.',
        euros: 0,
        phases: work(15),
        noChair: true,
      },
    ],
  },
  {
    name: 'Styling & Hochstecken',
    services: [
      {
        name: 'Föhnfrisur',
        description: 'Waschen und Föhnen über die Rundbürste.',
        euros: 32,
        from: true,
        phases: work(30),
      },
      { name: 'Locken oder Glätten', description: 'Mit Stab oder Eisen, hält den Abend.', euros: 39, phases: work(45) },
      {
        name: 'Hochsteckfrisur',
        description: 'Für Abiball, Hochzeit oder Bühne.',
        euros: 75,
        from: true,
        phases: work(60),
        bufferMinutes: 10,
      },
      {
        name: 'Brautfrisur mit Probetermin',
        description: 'Probefrisur mit Schleier und Haarschmuck; der Hochzeitstag wird persönlich vereinbart.',
        euros: 180,
        from: true,
        phases: work(90),
        bufferMinutes: 15,
      },
    ],
  },
  {
    name: 'Pflege & Bart',
    onePrice: true,
    services: [
      {
        name: 'Bart trimmen',
        description: 'In Form gebracht und mit Öl gepflegt.',
        euros: 18,
        phases: work(15),
        duringProcessing: true,
      },
      {
        name: 'Nassrasur',
        description: 'Mit heißen Tüchern, Messer und Balsam.',
        euros: 29,
        phases: work(30),
        bufferMinutes: 5,
        duringProcessing: true,
      },
      {
        name: 'Intensivkur',
        description: 'Pflege, die unter Wärme einwirkt.',
        euros: 24,
        phases: colour(5, 15, 10),
      },
      { name: 'Kopfmassage', description: 'Zwanzig Minuten Ruhe am Waschbecken.', euros: 22, phases: work(20) },
      {
        name: 'Augenbrauen zupfen',
        description: 'Form und Kontur, auf Wunsch mit Faden.',
        euros: 12,
        phases: work(15),
        duringProcessing: true,
      },
    ],
  },
];

/** The service names of a category, for saying who does what. */
export function servicesIn(category: string): string[] {
  const found = PRICE_LIST.find((one) => one.name === category);
  if (found === undefined) throw new Error(`No category ${category}`);
  return found.services.map((service) => service.name);
}

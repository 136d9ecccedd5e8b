import { PRICE_LIST, servicesIn } from './service-list.ts';

export type TeamMember = {
  readonly name: string;
  readonly title: string;
  /** ISO weekday and wall-clock hours, `9:00-13:00`. */
  readonly hours: Readonly<Record<number, readonly string[]>>;
  readonly services: readonly string[];
  /** What she asks and how long she takes, as a share of the list. */
  readonly priceFactor: number;
  readonly paceFactor: number;
};

const HAIRCUTS = ['Herrenhaarschnitt', 'Herrenhaarschnitt mit Wäsche', 'Maschinenhaarschnitt'];
const everythingBut = (...names: string[]) =>
  PRICE_LIST.flatMap(({ services }) => services.map(({ name }) => name)).filter((name) => !names.includes(name));

/** Who works at the demo salon, in the order shown. Closed on Sundays; two hold the fort on Mondays. */
export const TEAM: readonly TeamMember[] = [
  {
    name: 'Maren Petersen',
    title: 'Inhaberin, Friseurmeisterin',
    hours: {
      2: ['9:00-13:00', '13:30-17:30'],
      3: ['9:00-13:00', '13:30-17:30'],
      5: ['9:00-13:00', '13:30-17:30'],
      6: ['9:00-14:00'],
    },
    services: everythingBut('Fade Cut', 'Nassrasur', 'Kopfmassage'),
    priceFactor: 1.2,
    paceFactor: 0.85,
  },
  {
    name: 'Jonas Brandt',
    title: 'Top-Stylist',
    hours: {
      2: ['10:00-14:00', '14:30-19:00'],
      4: ['10:00-14:00', '14:30-19:00'],
      5: ['10:00-14:00', '14:30-19:00'],
      6: ['9:00-15:00'],
    },
    services: everythingBut('Balayage', 'Brautfrisur mit Probetermin', 'Augenbrauen zupfen'),
    priceFactor: 1.1,
    paceFactor: 1,
  },
  {
    name: 'Aylin Demir',
    title: 'Coloristin',
    hours: {
      2: ['9:00-13:00', '13:30-17:00'],
      3: ['9:00-13:00', '13:30-17:00'],
      5: ['11:30-16:00', '16:30-20:00'],
      6: ['9:00-14:00'],
    },
    services: [
      ...servicesIn('Damen'),
      ...servicesIn('Farbe'),
      'Föhnfrisur',
      'Locken oder Glätten',
      'Intensivkur',
      'Augenbrauen zupfen',
    ],
    priceFactor: 1,
    paceFactor: 1,
  },
  {
    name: 'Svenja Hinrichs',
    title: 'Stylistin',
    hours: { 2: ['9:00-14:00'], 3: ['9:00-14:00'], 4: ['9:00-14:00'], 5: ['9:00-14:00'] },
    services: [
      ...servicesIn('Damen'),
      ...servicesIn('Kinder'),
      ...servicesIn('Styling & Hochstecken'),
      ...HAIRCUTS,
      'Intensivkur',
      'Kopfmassage',
    ],
    priceFactor: 1,
    paceFactor: 1,
  },
  {
    name: 'Tomasz Kowalski',
    title: 'Barbier',
    hours: {
      1: ['10:00-14:00', '14:30-18:00'],
      4: ['12:00-16:00', '16:30-20:00'],
      5: ['12:00-16:00', '16:30-20:00'],
      6: ['9:00-15:00'],
    },
    services: [
      ...servicesIn('Herren'),
      'Kinderhaarschnitt 7 bis 12 Jahre',
      'Jugendhaarschnitt 13 bis 17 Jahre',
      'Bart trimmen',
      'Nassrasur',
      'Kopfmassage',
    ],
    priceFactor: 1,
    paceFactor: 0.85,
  },
  {
    name: 'Lina Ohlsen',
    title: 'Junior-Stylistin',
    hours: {
      1: ['10:00-14:00', '14:30-18:00'],
      2: ['10:00-14:00', '14:30-18:30'],
      3: ['12:00-16:00', '16:30-20:00'],
      4: ['12:00-16:00', '16:30-20:00'],
      6: ['9:00-15:00'],
    },
    services: [
      ...servicesIn('Damen'),
      ...servicesIn('Kinder'),
      ...HAIRCUTS,
      'Föhnfrisur',
      'Tönung und Glossing',
      'Ansatzfarbe',
      'Intensivkur',
      'Kopfmassage',
    ],
    priceFactor: 0.8,
    paceFactor: 1.3,
  },
];

import type { Random } from '../random.ts';
import type { Habit, Person } from './people.ts';

/** How many cards have notes, and how many name an allergy. */
const NOTED = 0.24;
const ALLERGIC = 0.05;

/** What a salon writes down of somebody, by what brings her. */
const NOTES: Readonly<Record<Habit, readonly string[]>> = {
  woman: [
    'Scheitel links.',
    'Naturwelle: nicht zu kurz, springt beim Trocknen hoch.',
    'Wirbel am Hinterkopf, dort länger lassen.',
    'Nacken empfindlich: am Waschplatz ein Handtuch unterlegen.',
    'Mag es ruhig, gern mit Zeitschrift.',
    'Lässt wachsen bis zur Schulter, nur Spitzen.',
    'Trinkt Kaffee schwarz.',
  ],
  coloured: [
    'Grauanteil an den Schläfen etwa 40 %.',
    'Möchte im Sommer einen halben Ton heller.',
    'Kopfhaut empfindlich: kühler waschen, nicht massieren.',
    'Feines Haar, nimmt Farbe schnell an. Nach 25 Minuten schauen.',
    'Scheitel rechts. Längen nur alle drei Monate auffrischen.',
    'Bringt Arbeit mit: Platz an der Steckdose.',
  ],
  man: [
    'Seiten 6 mm, Übergang weich, oben 4 cm.',
    'Nacken rund, Konturen mit dem Messer.',
    'Wirbel vorn links: oben nicht unter 3 cm.',
    'Seiten mit der Schere, keine Maschine.',
    'Kommt gern in der Mittagspause, muss pünktlich los.',
  ],
  bearded: [
    'Bart 9 mm, Wangen mit dem Messer.',
    'Kinn länger lassen, Hals bis zum Kehlkopf frei.',
    'Seiten 3 mm, Bart läuft weich hinein.',
    'Empfindliche Haut: nach der Rasur nur kaltes Tuch.',
  ],
  parent: [
    'Kommt mit zwei Kindern, gern nebeneinander.',
    'Der Jüngere mag die Maschine nicht: nur Schere.',
    'Kindersitz bereitstellen.',
    'Die Ältere spendet ihre Haare: Zopf aufheben.',
  ],
};

const MILD = [
  'Duftstoffe: Shampoo ohne Parfum.',
  'Nickel: keine Metallklammern auf der Haut.',
  'Latex: Handschuhe aus Nitril.',
];

/** What must not be forgotten. Whoever is coloured here bears its colour. */
const ALLERGIES: Readonly<Record<Habit, readonly string[]>> = {
  woman: [...MILD, 'PPD (seit einem Henna-Tattoo): keine Oxidationsfarbe, auch nicht an den Brauen.'],
  coloured: MILD,
  man: MILD,
  bearded: [...MILD, 'Teebaumöl: anderes Rasierwasser nehmen.'],
  parent: MILD,
};

/** What stands on somebody's card; most have nothing. */
export function cardTexts({ habit }: Person, random: Random): { notes: string | null; allergies: string | null } {
  return {
    notes: random.chance(NOTED) ? random.pick(NOTES[habit]) : null,
    allergies: random.chance(ALLERGIC) ? random.pick(ALLERGIES[habit]) : null,
  };
}

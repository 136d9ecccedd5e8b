import { expect, test } from 'vitest';
import { searchServices } from './search-services.ts';

const SERVICES = [
  { name: 'Herrenhaarschnitt', description: 'Schnitt mit Schere und Maschine', category: 'Herren' },
  { name: 'Foliensträhnen Oberkopf', description: 'Helle Strähnen, mit Glossing.', category: 'Farbe' },
  { name: 'Balayage', description: null, category: 'Farbe' },
  { name: 'Föhnfrisur', description: 'Über die Rundbürste, große Wellen.', category: 'Styling & Hochstecken' },
  { name: 'Nassrasur', description: 'Mit heißen Tüchern.', category: 'Pflege & Bart' },
];
const found = (typed: string) => searchServices(SERVICES, ({ category }) => category, typed).map(({ name }) => name);

test('nothing typed finds everything', () => {
  expect(found('  ')).toHaveLength(SERVICES.length);
});

test.each([
  // However umlauts and ß are typed, or not.
  ['strähnen', 'Foliensträhnen Oberkopf'],
  ['straehnen', 'Foliensträhnen Oberkopf'],
  ['strahnen', 'Foliensträhnen Oberkopf'],
  ['FOEHN', 'Föhnfrisur'],
  ['fohn', 'Föhnfrisur'],
  ['grosse', 'Föhnfrisur'],
  ['heissen', 'Nassrasur'],
  ['heißen', 'Nassrasur'],
  // In any order, anywhere in a word, in description or category.
  ['schnitt herren', 'Herrenhaarschnitt'],
  ['maschine', 'Herrenhaarschnitt'],
  ['bart', 'Nassrasur'],
  ['folien-strähnen', 'Foliensträhnen Oberkopf'],
  // With one slip, where nothing fits without.
  ['balyage', 'Balayage'],
  ['ballayage', 'Balayage'],
  ['baalyage', 'Balayage'],
  ['nasrasur', 'Nassrasur'],
  ['nassrazur', 'Nassrasur'],
])('"%s" finds %s', (typed, name) => {
  expect(found(typed)).toContain(name);
});

test.each(['massage', 'bala2age rot', 'xyz', 'herr bart'])('"%s" finds nothing', (typed) => {
  expect(found(typed)).toEqual([]);
});

test('what fits exactly is not joined by what nearly does', () => {
  const two = [
    { name: 'Farbe', description: null },
    { name: 'Garbe binden', description: null },
  ];
  expect(searchServices(two, () => '', 'farbe')).toEqual([two[0]]);
});

import type { BookedTogether } from '@salon/contracts/booked-together';
import { expect, test } from 'vitest';
import { de } from '../../i18n/de.ts';
import { en } from '../../i18n/en.ts';
import { fractionOf, suggestionsFor } from './suggestions.ts';

const KINDS = {
  colour: 'colours',
  cut: 'cuts',
  fringe: 'cuts',
  short: 'cuts',
  care: 'care',
  brows: 'face',
  dry: 'styling',
};
const OFFERED = Object.entries(KINDS).map(([id, categoryId]) => ({ id, categoryId }));
const mate = (serviceId: string, share: number) => ({ serviceId, share, comes: 'after' as const });
const VISITS: BookedTogether = {
  services: [
    { serviceId: 'colour', with: [mate('cut', 0.5), mate('care', 0.3), mate('brows', 0.16), mate('dry', 0.14)] },
    { serviceId: 'cut', with: [mate('colour', 0.2), mate('care', 0.35), mate('perm', 0.9)] },
    { serviceId: 'brows', with: [mate('short', 0.6), mate('cut', 0.2)] },
    { serviceId: 'dry', with: [mate('fringe', 0.3)] },
    { serviceId: 'short', with: [mate('fringe', 0.2)] },
  ],
};

test.each([
  ['nothing is known', ['colour'], undefined, []],
  ['nothing is chosen', [], VISITS, []],
  ['nobody books anything with it', ['fringe'], { services: [] }, []],
  ['two at most, most often first', ['colour'], VISITS, ['cut 0.5 with colour', 'care 0.3 with colour']],
  [
    'not what is in already; each with what it goes with most',
    ['cut', 'colour'],
    VISITS,
    ['care 0.35 with cut', 'brows 0.16 with colour'],
  ],
  ['not what is booked instead', ['brows', 'cut', 'colour'], VISITS, ['care 0.35 with cut']],
  ['but what goes with one of its kind', ['short', 'dry'], VISITS, ['fringe 0.3 with dry']],
])('%s', (_case, chosen, together, said) => {
  const suggestions = suggestionsFor(chosen, together, OFFERED);
  expect(suggestions.map(({ serviceId, besides, share }) => `${serviceId} ${share} with ${besides}`)).toEqual(said);
});

test.each([
  [0.15, 'bei jeder siebten Buchung mit „Farbe“', 'in one of seven bookings of “Farbe”'],
  [0.2, 'bei jeder fünften Buchung mit „Farbe“', 'in one of five bookings of “Farbe”'],
  [0.33, 'bei jeder dritten Buchung mit „Farbe“', 'in one of three bookings of “Farbe”'],
  [0.29, 'bei mehr als jeder vierten Buchung mit „Farbe“', 'in more than one of four bookings of “Farbe”'],
  [0.5, 'bei jeder zweiten Buchung mit „Farbe“', 'in one of two bookings of “Farbe”'],
  [0.7, 'bei mehr als zwei von drei Buchungen mit „Farbe“', 'in more than two of three bookings of “Farbe”'],
  [0.75, 'bei drei von vier Buchungen mit „Farbe“', 'in three of four bookings of “Farbe”'],
  [0.95, 'bei mehr als neun von zehn Buchungen mit „Farbe“', 'in more than nine of ten bookings of “Farbe”'],
])('a share of %d is said as people say it', (share, german, english) => {
  const said = { ...fractionOf(share), service: 'Farbe' };
  expect(de.basket.share(said)).toBe(german);
  expect(en.basket.share(said)).toBe(english);
});

test('no share is said to be more than it is, and every one can be said', () => {
  for (let percent = 15; percent <= 100; percent++) {
    const { n, of, over } = fractionOf(percent / 100);
    expect(n / of).toBeLessThanOrEqual(percent / 100 + 0.005);
    if (!over) expect(percent / 100 - n / of).toBeLessThanOrEqual(0.02);
    expect(de.basket.share({ n, of, over, service: '' })).not.toContain('undefined');
    expect(en.basket.share({ n, of, over, service: '' })).not.toContain('undefined');
  }
});

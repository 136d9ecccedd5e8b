import { expect, test } from 'vitest';
import { de } from '../../i18n/de.ts';
import { en } from '../../i18n/en.ts';
import { formats } from '../../lib/formats.ts';
import { openingText } from './opening-text.ts';
import type { OpeningToday } from './opening-today.ts';

test.each<[OpeningToday, string, string]>([
  [{ kind: 'open', time: '19:00', again: null }, 'Heute bis 19:00 Uhr geöffnet', 'Open today until 19:00'],
  [
    { kind: 'open', time: '13:00', again: '14:30' },
    'Geöffnet bis 13:00, wieder ab 14:30 Uhr',
    'Open until 13:00, again from 14:30',
  ],
  [{ kind: 'opens', time: '09:00' }, 'Öffnet heute um 9:00 Uhr', 'Opens today at 9:00'],
  [{ kind: 'reopens', time: '14:30' }, 'Öffnet heute wieder um 14:30 Uhr', 'Opens again today at 14:30'],
  [{ kind: 'over' }, 'Für heute geschlossen', 'Closed for today'],
])('%o: %s', (today, german, english) => {
  expect(openingText(today, { t: de, f: formats('de') })).toBe(german);
  expect(openingText(today, { t: en, f: formats('en') })).toBe(english);
});

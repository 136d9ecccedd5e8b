import { expect, it } from 'vitest';
import { formats } from '../../lib/formats.ts';
import { moment } from './moment.ts';

it.each([
  ['de', 'Sa., 19. Dez. 2026, 14:00 Uhr'],
  ['en', 'Sat, 19 Dec 2026, 14:00'],
] as const)('says when by the clock of the salon (%s)', (language, said) => {
  expect(moment(formats(language), 'Europe/Berlin', '2026-12-19T13:00:00Z').replaceAll('\u00a0', ' ')).toBe(said);
});

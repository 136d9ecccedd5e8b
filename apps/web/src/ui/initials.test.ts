import { expect, test } from 'vitest';
import { initials } from './initials.ts';

test.each([
  ['Maren Petersen', 'MP'],
  ['Salon Elbe', 'SE'],
  ['Haarstudio', 'H'],
  ['Anna-Lena von der Heide', 'AH'],
  ['ömer öz', 'ÖÖ'],
  ['Cut & Color', 'CC'],
  ['', ''],
])('%s is %s', (name, letters) => {
  expect(initials(name)).toBe(letters);
});

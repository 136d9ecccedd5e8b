import { expect, test } from 'vitest';
import { type Language, languageFor } from './language.ts';

test.each<[string, string[], string | undefined, Language | undefined, Language]>([
  ['a German phone', ['de-DE', 'en-US'], 'de', undefined, 'de'],
  ['an English phone in Hamburg', ['en-US', 'de'], 'de', undefined, 'en'],
  ['a Turkish phone in Hamburg', ['tr-TR'], 'de', undefined, 'de'],
  ['a Turkish phone that knows some English', ['tr-TR', 'en'], 'de', undefined, 'en'],
  ['somebody who chose', ['en-US'], 'de', 'de', 'de'],
  ['a salon that speaks neither', ['fr'], 'fr', undefined, 'de'],
  ['nothing known', [], undefined, undefined, 'de'],
])('%s', (_who, visitor, salon, choice, language) => {
  expect(languageFor(visitor, salon, choice)).toBe(language);
});

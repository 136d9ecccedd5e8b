import { expect, test } from 'vitest';
import { deskDe } from '../desk/i18n/de.ts';
import { deskEn } from '../desk/i18n/en.ts';
import { de } from './de.ts';
import { deDu } from './de-du.ts';
import { en } from './en.ts';

/** Every text with its key; those with parameters are given something to say. */
function texts(of: object, path = ''): [string, string][] {
  return Object.entries(of).flatMap(([key, value]): [string, string][] => {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[at, value]];
    if (typeof value === 'function') return [[at, String(value(ANYTHING))]];
    return texts(value as object, at);
  });
}

const ANYTHING = new Proxy({}, { get: (_target, name) => (name === 'n' || name === 'of' ? 2 : `{${String(name)}}`) });
const ALL = { de, 'de-du': deDu, en, 'de at the desk': deskDe, 'en at the desk': deskEn };

test.each(Object.entries(ALL))('%s is calm: no exclamation marks, no jargon', (_name, language) => {
  for (const [key, text] of texts(language)) {
    expect(text, key).not.toMatch(/!|\bups\b|\boops\b|\bslot|\btoken\b|\bbooking id\b/i);
  }
});

test('who is addressed with du is never addressed with Sie', () => {
  for (const [key, text] of texts(deDu)) expect(text, key).not.toMatch(/\b(Sie|Ihnen|Ihre?[mnrs]?)\b/);
});

test('who is addressed with Sie is never addressed with du', () => {
  for (const [key, text] of [...texts(de), ...texts(deskDe)])
    expect(text, key).not.toMatch(/\b(du|dir|dich|deine?[mnrs]?)\b/i);
});

test('what is said with du differs from what is said with Sie', () => {
  const sie = new Map(texts(de));
  const formal = texts(de).filter(([, text]) => /\b(Sie|Ihnen|Ihre?[mnrs]?)\b/.test(text));
  for (const [key] of formal) expect(new Map(texts(deDu)).get(key), key).not.toBe(sie.get(key));
});

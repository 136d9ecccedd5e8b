import { expect, test } from 'vitest';
import { addressLine, logoLink, mailLink, mapLink, phoneLink } from './links.ts';

test.each([
  ['+49 40 5550100', 'tel:+49405550100'],
  ['+49 (0)40 / 555-0100', 'tel:+49405550100'],
  ['(040) 555 01 00', 'tel:0405550100'],
  ['0151.5550123', 'tel:01515550123'],
  ['110', 'tel:110'],
  ['ruf mich an', undefined],
  ['+49 40 5550100;ext=1', undefined],
  ['12', undefined],
])('telephone %s', (phone, link) => expect(phoneLink(phone)).toBe(link));

test.each([
  [{ street: 'Große Elbstraße 1', postalCode: '22767', city: 'Hamburg' }, 'Große Elbstraße 1, 22767 Hamburg', true],
  [{ street: null, postalCode: '22767', city: 'Hamburg' }, '22767 Hamburg', false],
  [{ street: 'Große Elbstraße 1', postalCode: null, city: null }, 'Große Elbstraße 1', false],
  [{ street: null, postalCode: null, city: null }, '', false],
])('address %j', (address, line, hasMap) => {
  expect(addressLine(address)).toBe(line);
  expect(mapLink({ name: 'Salon Elbe', address }) !== undefined).toBe(hasMap);
});

test('a mail address with unusual characters stays one address', () => {
  expect(mailLink("o'neil?cc=x@kunde.example")).toBe("mailto:o'neil%3Fcc%3Dx@kunde.example");
});

test.each([
  [null, undefined],
  ['https://termine.example/logo.png?v=2', 'https://termine.example/logo.png?v=2'],
  ['http://localhost:3000/logo.webp', 'http://localhost:3000/logo.webp'],
  ['https://termine.example/logo.SVG?v=2', undefined],
  ['logo.png', undefined],
])('logo %s', (url, link) => expect(logoLink(url)).toBe(link));

import { expect, test } from 'vitest';
import { meantEmail } from './email-slip.ts';

test.each([
  ['anna@gmial.com', 'anna@gmail.com'],
  ['Anna.B@gmal.com', 'Anna.B@gmail.com'],
  ['anna@gmaill.com', 'anna@gmail.com'],
  ['anna@gnail.com', 'anna@gmail.com'],
  ['anna@wbe.de', 'anna@web.de'],
  ['anna@gmx.dee', 'anna@gmx.de'],
  ['anna@t-onlin.de', 'anna@t-online.de'],
])('%s was probably meant to be %s', (typed, meant) => {
  expect(meantEmail(typed)).toBe(meant);
});

test.each(['anna@gmail.com', 'anna@gmx.net', 'anna@kunde.example', 'anna@mail.com', 'anna', 'anna@', ''])(
  '%s is left alone',
  (typed) => {
    expect(meantEmail(typed)).toBeUndefined();
  },
);

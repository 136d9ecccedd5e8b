import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
  [
    'a row that PostgreSQL quotes',
    'Key (email, name)=(anna@kunde.example, Anna) already exists',
    'Key […]=[…] already exists',
  ],
  [
    'a value that does not fit',
    'invalid input syntax for type date: "Anna Petersen"',
    'invalid input syntax for type date: […]',
  ],
  ['a mail server', "550 5.1.1 <jürgen@müller.example>: user 'Jürgen' unknown", '[number] <[mail]>: user […] unknown'],
  [
    'a parser',
    `Unexpected token 'A', "Anna Pete"... is not valid JSON`,
    'Unexpected token […], […]... is not valid JSON',
  ],
  ['a quotation cut off', 'cannot read "Anna Pet', 'cannot read […]'],
  ['a telephone', 'cannot call +49 151 / 234-5678 now', 'cannot call [number] now'],
  ['a key', 'claimed by 3f9a4c52-0d2e-4f4c-9c1b-6f1a2b3c4d5e', 'claimed by [id]'],
  ['a link', 'no visit for AZ3fKq0_9xWmQhT2vLrB7nPYcE41', 'no visit for [token]'],
  ['what comes after its first line', 'Invalid call\n{ name: Anna }', 'Invalid call'],
])('%s', (_what, said, told) => {
  expect(plainText(said)).toBe(told);
});

test('what the language says of our code is kept: its quotes are names of ours', () => {
  const said = "Cannot read properties of undefined (reading 'slots')";
  expect(plainText(said, 'TypeError')).toBe(said);
  expect(plainText('relation booking does not exist')).toBe('relation booking does not exist');
});

test('no address gets through, whatever stands around it', () => {
  fc.assert(
    fc.property(fc.string(), fc.emailAddress(), fc.string(), (before, mail, after) => {
      expect(plainText(`${before} ${mail} ${after}`)).not.toContain(mail);
    }),
  );
});

test('a long text is cut', () => {
  expect(plainText('so '.repeat(1_000))).toHaveLength(300);
});

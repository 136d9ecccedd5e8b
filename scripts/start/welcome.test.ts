import { expect, test } from 'vitest';
import { inboxCanBeOpened, signInLine } from './welcome.ts';

const LOCAL = 'http://localhost:3000';
const SALON = 'https://termine.example';
const MAIL = { SMTP_URL: 'smtp://mail.example' };

test.each([
  ['at home', {}, LOCAL, true],
  ['at home, by another name', {}, SALON, true],
  ['in production, on the machine itself', { NODE_ENV: 'production' }, LOCAL, true],
  ['in production, by number', { NODE_ENV: 'production' }, 'http://127.0.0.1:3000', true],
  ['in production, by number of the newer kind', { NODE_ENV: 'production' }, 'http://[::1]:3000', true],
  ['in production, for everybody', { NODE_ENV: 'production' }, SALON, false],
  ['in production, by a name that only begins like a number', { NODE_ENV: 'production' }, 'https://127.example', false],
  ['where mail is sent', MAIL, LOCAL, false],
] as const)('the inbox %s', (_where, settings, publicUrl, shown) => {
  const { SMTP_URL, NODE_ENV }: { SMTP_URL?: string; NODE_ENV?: 'production' } = settings;
  expect(inboxCanBeOpened({ SMTP_URL, NODE_ENV }, publicUrl)).toBe(shown);
});

test('who can sign in is told with the password that was made for her, and only while it is hers', () => {
  const email = 'owner@demo.example';
  expect(signInLine({ email, password: 'abc' })).toEqual(['  as owner', 'owner@demo.example, password abc']);
  expect(signInLine({ email, password: undefined })).toEqual(['  as owner', 'owner@demo.example, password your own']);
});

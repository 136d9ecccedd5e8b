import { expect, test } from 'vitest';
import { parseConfig } from './config.ts';

const LEAST = { DATABASE_URL: 'postgresql://db/salon', APP_SECRET: 'a-secret-of-at-least-32-characters' };

test('a database and a secret are enough: mails are caught, links lead to this machine', () => {
  expect(parseConfig(LEAST)).toEqual({
    databaseUrl: 'postgresql://db/salon',
    redisUrl: undefined,
    publicUrl: 'http://localhost:3000',
    secrets: [LEAST.APP_SECRET],
    smtpUrl: undefined,
    mailFrom: { name: 'Salon', address: 'salon@localhost.invalid' },
    logLevel: 'info',
    figures: expect.objectContaining({ process: 'worker', token: undefined, listen: undefined, peers: [] }),
    fixedNow: undefined,
  });
});

test('every bad setting is named at once', () => {
  const bad = {
    ...{ DATABASE_URL: 'mysql://db', REDIS_URL: 'http://r', SMTP_URL: 'mail.example', MAIL_FROM: 'nobody', PORT: '0' },
    ...{ LOG_LEVEL: 'loud', PUBLIC_URL: 'salon', APP_SECRET: 'short' },
  };
  const names = Object.keys(bad).map((name) => `(?=[^]*${name}: )`);
  expect(() => parseConfig(bad)).toThrow(new RegExp(names.join('')));
});

test('a mail server needs somebody who sends', () => {
  const smtp = { ...LEAST, SMTP_URL: 'smtp://mail.example' };
  expect(() => parseConfig(smtp)).toThrow('MAIL_FROM: Needed with SMTP_URL');
  expect(parseConfig({ ...smtp, MAIL_FROM: 'Termine <t@salon.example>' }).mailFrom).toEqual({
    name: 'Termine',
    address: 't@salon.example',
  });
  const forged = { ...smtp, MAIL_FROM: 't@salon.example\r\nbcc: evil@example.org' };
  expect(() => parseConfig(forged)).toThrow('MAIL_FROM: Expected an address');
});

test('the queue goes past a pooler, or the worker says what it needs', () => {
  const pooled = { ...LEAST, DATABASE_URL: 'postgresql://pool/salon?pgbouncer=true' };
  expect(() => parseConfig(pooled)).toThrow('DATABASE_DIRECT_URL: The worker needs an address past the pooler');
  const both = { ...pooled, DATABASE_DIRECT_URL: 'postgresql://db/salon' };
  expect(parseConfig(both).databaseUrl).toBe('postgresql://db/salon');
});

test('an empty value counts as not set', () => {
  expect(parseConfig({ ...LEAST, SMTP_URL: '', MAIL_FROM: '', REDIS_URL: '' }).smtpUrl).toBeUndefined();
});

test('a clock that stands still is for tests', () => {
  const still = { ...LEAST, TEST_NOW: '2026-11-24T12:00:00+01:00' };
  expect(() => parseConfig(still)).toThrow('TEST_NOW: Only with NODE_ENV=test');
  expect(parseConfig({ ...still, NODE_ENV: 'test' }).fixedNow).toBe(Date.parse('2026-11-24T11:00:00Z'));
});

import { expect, test } from 'vitest';
import { databaseSettings, startSettings } from './settings.ts';

test('nothing set is enough', () => {
  expect(startSettings({})).toMatchObject({ PORT: 3000, DATA_DIR: '.data' });
});

test('an empty value counts as not set, as a line of .env left blank does', () => {
  expect(startSettings({ PORT: '', DATABASE_URL: '', APP_SECRET: '' })).toMatchObject({ PORT: 3000 });
});

test.each(['0', '65536', '80a', '1e3', '-1', ' ', '3000.5'])('the port %j is refused', (PORT) => {
  expect(() => startSettings({ PORT })).toThrow('PORT (expected a number from 1 to 65535)');
});

test('all that is wrong is named at once', () => {
  const environment = { PORT: 'x', REDIS_URL: 'http://r', PUBLIC_URL: 'salon.example', NODE_ENV: 'prod' };
  expect(() => startSettings(environment)).toThrow(
    /^These settings cannot be used: (?=.*PORT \()(?=.*REDIS_URL \()(?=.*PUBLIC_URL \()(?=.*NODE_ENV \().*\. Correct them/,
  );
});

test('what the worker would refuse is named too', () => {
  expect(() => startSettings({ SMTP_URL: 'mail.example', PORT: 'x' })).toThrow(/(?=.*PORT \()(?=.*SMTP_URL \()/);
  expect(() => startSettings({ SMTP_URL: 'smtp://mail.example' })).toThrow('MAIL_FROM (Needed with SMTP_URL)');
});

test('production without a mail server is allowed: mails are kept', () => {
  const APP_SECRET = 'a-secret-of-at-least-32-characters';
  const own = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://db/salon', APP_SECRET };
  expect(startSettings(own)).toMatchObject({ NODE_ENV: 'production' });
});

test('what the API would refuse is named with the rest, before anything starts', () => {
  expect(() => startSettings({ PORT: 'x', RATE_LIMIT: 'some', LOG_LEVEL: 'loud' })).toThrow(
    /(?=.*PORT \()(?=.*RATE_LIMIT \()(?=.*LOG_LEVEL \()/,
  );
  const own = { NODE_ENV: 'production', DATABASE_URL: 'postgresql://db/salon' };
  expect(() => startSettings(own)).toThrow('APP_SECRET (is missing)');
});

test.each(['0', 'two', '65'])('%s API processes are refused', (API_PROCESSES) => {
  expect(() => startSettings({ API_PROCESSES })).toThrow('API_PROCESSES (');
});

test('a secret never stands in the message', () => {
  const environment = { DATABASE_URL: 'mysql://me:hidden@db/salon' };
  expect(() => databaseSettings(environment)).toThrow(/^(?!.*hidden).*DATABASE_URL \(expected an address/);
});

test('a direct address without the main one is refused', () => {
  expect(() => databaseSettings({ DATABASE_DIRECT_URL: 'postgresql://db/salon' })).toThrow('without DATABASE_URL');
});

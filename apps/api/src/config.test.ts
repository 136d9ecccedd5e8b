import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseConfig } from './config.ts';

const needed = { DATABASE_URL: 'postgresql://u:p@127.0.0.1/salon', APP_SECRET: 'x'.repeat(32) };

test('the least that is needed, and what the rest then is', () => {
  expect(parseConfig(needed)).toMatchObject({
    port: 3000,
    publicUrl: 'http://localhost:3000',
    trustProxy: false,
    rateLimits: { all: 600, writes: 120 },
    readOnly: { on: false, until: null },
    fixedNow: undefined,
  });
});

test('the page is where it was built, or where it is said to be, from where the process was started', () => {
  expect(parseConfig(needed).webDir).toMatch(/\/apps\/web\/dist$/);
  expect(parseConfig({ ...needed, WEB_DIR: 'elsewhere' }).webDir).toBe(`${process.cwd()}/elsewhere`);
});

test('every bad setting is named at once', () => {
  const bad = {
    PORT: '70000',
    DATABASE_URL: 'mysql://x',
    REDIS_URL: 'localhost',
    PUBLIC_URL: 'salon.example',
    APP_SECRET: 'short',
    TRUST_PROXY: 'yes',
    RATE_LIMIT: 'some',
    READ_ONLY_MODE: 'perhaps',
    READ_ONLY_UNTIL: 'noon',
    LOG_LEVEL: 'loud',
    NODE_ENV: 'staging',
  };
  const message = (() => {
    try {
      parseConfig(bad);
    } catch (error) {
      return (error as Error).message;
    }
    return '';
  })();
  for (const name of Object.keys(bad)) expect(message, name).toContain(`  ${name}: `);
  expect(() => parseConfig({})).toThrow(/DATABASE_URL: is missing\n {2}APP_SECRET: is missing/);
});

describe('settings', () => {
  test.each([
    ['RATE_LIMIT', 'off', { rateLimits: undefined }],
    ['RATE_LIMIT', '90/min', { rateLimits: { all: 90, writes: 90 } }],
    ['PUBLIC_URL', 'https://salon.example/', { publicUrl: 'https://salon.example' }],
    ['APP_SECRET', `${'a'.repeat(32)}, ${'b'.repeat(32)}`, { secrets: ['a'.repeat(32), 'b'.repeat(32)] }],
    ['READ_ONLY_MODE', 'on', { readOnly: { on: true, until: null } }],
    ['PORT', '', { port: 3000 }],
  ])('%s=%s', (name, value, expected) => {
    expect(parseConfig({ ...needed, [name]: value })).toMatchObject(expected);
  });

  test('the clock can be stopped in tests only', () => {
    const TEST_NOW = '2026-11-24T12:00:00+01:00';
    expect(parseConfig({ ...needed, TEST_NOW, NODE_ENV: 'test' }).fixedNow).toBe(Date.parse(TEST_NOW));
    expect(() => parseConfig({ ...needed, TEST_NOW, NODE_ENV: 'production' })).toThrow(
      'TEST_NOW: Only with NODE_ENV=test',
    );
  });

  test('in production nobody signs in where others could read along', () => {
    const at = (PUBLIC_URL: string) => () => parseConfig({ ...needed, PUBLIC_URL, NODE_ENV: 'production' });
    expect(at('http://salon.example')).toThrow('PUBLIC_URL: In production an https:// address');
    for (const fine of ['https://salon.example', 'http://localhost:3000', 'http://127.0.0.1'])
      expect(at(fine)).not.toThrow();
  });

  test('a number of proxies counts from the nearest', () => {
    const { trustProxy } = parseConfig({ ...needed, TRUST_PROXY: '2' });
    const trusts = trustProxy as (address: string, hop: number) => boolean;
    expect([0, 1, 2].map((hop) => trusts('10.0.0.1', hop))).toEqual([true, true, false]);
  });
});

test('.env.example names every setting and no other', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
  const inExample = [...read('../../../.env.example').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].map((match) => match[1]);
  const shared = ['fields', 'figures', 'learning', 'reports'].map(
    (name) => `../../../packages/settings/src/${name}.ts`,
  );
  const own = ['./config.ts', '../../worker/src/config.ts', '../../../scripts/settings.ts'];
  const inCode = [...shared, ...own].flatMap((path) =>
    [...read(path).matchAll(/^\s{2,4}([A-Z][A-Z_]+):/gm)].map((match) => match[1]),
  );
  expect(new Set(inExample)).toEqual(new Set(inCode));
});

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
  expect(() => parseConfig({ ...needed, NODE_ENV: 'production', PUBLIC_URL: 'salon.example' })).toThrow(
    /PUBLIC_URL: Exp/,
  );
  expect(() => parseConfig({})).toThrow(/DATABASE_URL: is missing\n {2}APP_SECRET: is missing/);
});

describe('pages and API at two origins', () => {
  const PUBLIC_URL = 'https://app.salon.example';
  const apart = (more: Record<string, string>) =>
    parseConfig({ ...needed, NODE_ENV: 'production', PUBLIC_URL, ...more });

  test('nobody calls from elsewhere unless somebody says so', () => {
    for (const more of [{}, { API_ORIGIN: PUBLIC_URL }, { API_ORIGIN: '', CORS_ORIGINS: '' }] as Record<
      string,
      string
    >[]) {
      expect(apart(more)).toMatchObject({ apiOrigin: undefined, moreOrigins: [], corsOrigins: new Set() });
    }
  });

  test('of one site they call with cookies', () => {
    const CORS_ORIGINS = 'https://preview.salon.example, https://salon.example:8443';
    const { apiOrigin, corsOrigins, moreOrigins } = apart({ API_ORIGIN: 'https://api.salon.example', CORS_ORIGINS });
    const others = CORS_ORIGINS.split(', ');
    expect(apiOrigin).toBe('https://api.salon.example');
    expect(corsOrigins).toEqual(new Set([PUBLIC_URL, ...others]));
    expect(moreOrigins).toEqual([apiOrigin, ...others]);
  });

  test.each([
    ['API_ORIGIN', 'https://salon-api.onrender.com', /API_ORIGIN: .* is another site/],
    ['API_ORIGIN', 'http://api.salon.example', /API_ORIGIN: In production an https/],
    ['API_ORIGIN', 'https://api.salon.example/', /API_ORIGIN: Expected an origin/],
    ['API_ORIGIN', 'api.salon.example', /API_ORIGIN: Expected an origin/],
    ['CORS_ORIGINS', '*', /CORS_ORIGINS.*: Expected an origin/],
    ['CORS_ORIGINS', 'null', /CORS_ORIGINS.*: Expected an origin/],
    [
      'CORS_ORIGINS',
      'https://a.salon.example,https://evil.example',
      /CORS_ORIGINS: https:\/\/evil.example is another site/,
    ],
  ])('%s=%s is refused', (name, value, why) => {
    expect(() => apart({ [name]: value })).toThrow(why);
  });

  test('two projects of one host are strangers to each other', () => {
    const hosted = { PUBLIC_URL: 'https://salon.vercel.app', API_ORIGIN: 'https://api.vercel.app' };
    expect(() => apart(hosted)).toThrow(/is another site/);
  });
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

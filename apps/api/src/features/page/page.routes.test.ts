import { brotliDecompressSync } from 'node:zlib';
import { SalonAnswer } from '@salon/contracts/salon';
import { changeConfiguration } from '@salon/db/config-change';
import { openDatabase } from '@salon/db/pool';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtPageFixture, SCRIPT } from '../../test/built-page.fixture.ts';
import { createSalon, type FixtureSalon } from '../../test/salon-fixture.ts';
import { book, type TestApi, testApi, tokenOf, wish } from '../../test/test-api.ts';

const built = builtPageFixture();
const SPEC = { staff: ['Mia'], services: { Herrenhaarschnitt: { phases: [['work', 30]] } } } as const;
const PUBLIC_URL = 'https://buchen.example';

let api: TestApi;
let salon: FixtureSalon;

beforeAll(async () => {
  api = await testApi({ WEB_DIR: built.folder, PUBLIC_URL });
  salon = await createSalon(api.prisma, SPEC);
});
afterAll(async () => {
  await api.close();
  built.remove();
});

const get = (url: string, headers = {}) => api.app.inject({ url, headers });
const change = (data: object, of = salon) =>
  changeConfiguration(api.prisma, of.id, (tx) => tx.salon.update({ where: { id: of.id }, data }));
const inside = (html: string, type: string) => {
  const [, json = 'null'] = new RegExp(`<script type="${type}"[^>]*>(.*?)</script>`).exec(html) ?? [];
  return JSON.parse(json);
};

describe('a salon’s page', () => {
  test('brings all that its first view shows', async () => {
    const { statusCode, headers, body } = await get(`/s/${salon.slug}`);
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    const answer = (await get(`/api/salons/${salon.slug}`)).json();
    expect(SalonAnswer.parse(inside(body, 'application/json'))).toEqual(answer);
    expect(body).toContain('<script type="application/json" id="salon">');
    expect(body).toContain('src="/assets/main-abc123.js"');
  });

  test('tells search engines and messengers what it is', async () => {
    const { body } = await get(`/s/${salon.slug}`);
    const page = `${PUBLIC_URL}/s/${salon.slug}`;
    for (const part of [
      '<html lang="de">',
      '<title>Termin buchen – Salon Elbe, Hamburg</title>',
      '<meta name="description" content="Termine bei Salon Elbe online buchen: Herrenhaarschnitt. Große Elbstraße 1, 22767 Hamburg" />',
      `<link rel="canonical" href="${page}" />`,
      `<link rel="alternate" hreflang="en" href="${page}?lang=en" />`,
      '<meta property="og:title" content="Termin buchen – Salon Elbe, Hamburg" />',
      `<meta property="og:url" content="${page}" />`,
      '<meta property="og:locale" content="de_DE" />',
    ]) {
      expect(body).toContain(part);
    }
    expect(body.match(/<title>/g)).toHaveLength(1);
    expect(inside(body, 'application/ld\\+json')).toMatchObject({
      '@type': 'HairSalon',
      name: 'Salon Elbe',
      url: page,
      telephone: '+49 40 5550100',
      address: { streetAddress: 'Große Elbstraße 1', postalCode: '22767', addressLocality: 'Hamburg' },
      openingHoursSpecification: Array.from({ length: 7 }, () => ({ opens: '09:00', closes: '17:00' })),
      hasOfferCatalog: {
        itemListElement: [
          {
            name: 'Haare',
            itemListElement: [{ itemOffered: { name: 'Herrenhaarschnitt' }, price: '35.00', priceCurrency: 'EUR' }],
          },
        ],
      },
    });
  });

  test('is English where that is asked for, and the same on every path below it', async () => {
    const english = await get(`/s/${salon.slug}?lang=en`);
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain('<title>Book online – Salon Elbe, Hamburg</title>');
    expect(english.body).toContain(`<link rel="canonical" href="${PUBLIC_URL}/s/${salon.slug}?lang=en" />`);
    const german = await get(`/s/${salon.slug}`);
    for (const path of ['/', '?lang=xx', '?service=a&utm_source=mail']) {
      expect((await get(`/s/${salon.slug}${path}`)).body).toBe(german.body);
    }
    const below = await get(`/s/${salon.slug}/legal/imprint`);
    expect(inside(below.body, 'application/json')).toEqual(inside(german.body, 'application/json'));
  });

  test('says who the salon is before anything runs, where the page begins so', async () => {
    const described = await createSalon(api.prisma, SPEC);
    await change({ description: 'Schnitt & Farbe' }, described);
    const { body } = await get(`/s/${described.slug}`);
    expect(body).toContain('<h1 data-salon="name">Salon Elbe</h1>');
    expect(body).toContain('<p data-salon="description">Schnitt &amp; Farbe</p>');
    expect(body).toContain('<span data-salon="address">Große Elbstraße 1, 22767 Hamburg</span>');
    for (const path of ['/legal/imprint', '/lost-link', '?service=a&step=time']) {
      expect((await get(`/s/${described.slug}${path}`)).body).toContain('<h1 data-salon="name"></h1>');
    }
  });

  test('cannot be broken by what a salon writes about itself', async () => {
    const hostile = await createSalon(api.prisma, SPEC);
    const name = `</script><script>alert(1)</script> "Salon" & 'Söhne' $& <!--`;
    await change({ name, description: `${name} `.repeat(10), colour: '#0f766e' }, hostile);
    const { body } = await get(`/s/${hostile.slug}`);
    expect(inside(body, 'application/json').salon.name).toBe(name);
    expect(inside(body, 'application/ld\\+json').name).toBe(name);
    expect(body.match(/<script/g)).toHaveLength(3);
    expect(body).toContain('<h1 data-salon="name">&lt;/script&gt;&lt;script&gt;alert(1)');
    expect(body).toContain('<title>Termin buchen – &lt;/script&gt;&lt;script&gt;alert(1)');
    const [, description = ''] = /name="description" content="([^"]*)"/.exec(body) ?? [];
    expect(description.endsWith('…')).toBe(true);
    expect(body).toContain('<meta name="theme-color" content="#0f766e" />');
    expect(body.match(/theme-color/g)).toHaveLength(1);
  });

  test('shows a change at once, and a new build too', async () => {
    const other = await createSalon(api.prisma, SPEC);
    const first = await get(`/s/${other.slug}`);
    const again = () => get(`/s/${other.slug}`, { 'if-none-match': String(first.headers.etag) });
    expect(first.headers['cache-control']).toBe('no-cache');
    expect((await again()).statusCode).toBe(304);
    await change({ description: 'Neu gemacht' }, other);
    const changed = await again();
    expect([changed.statusCode, changed.body.includes('content="Neu gemacht"')]).toEqual([200, true]);
    built.rebuild();
    expect((await get(`/s/${other.slug}`)).body).toContain('main-xyz789');
  });

  test('may run its own scripts and nothing else', async () => {
    const { headers } = await get(`/s/${salon.slug}`);
    // What a style says stands in its hash; page-security.test.ts holds them against the library that adds them.
    const hashes = ['A', 'B'];
    const policy = String(headers['content-security-policy']);
    expect(policy.replaceAll(/sha256-[\w+/]{43}=/g, () => `sha256-${hashes.shift()}`)).toBe(
      "default-src 'none';script-src 'self';style-src 'self' 'sha256-A' 'sha256-B';img-src 'self' https: data:;font-src 'self';" +
        "connect-src 'self';manifest-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none';upgrade-insecure-requests",
    );
    expect(headers).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
    });
  });

  test('answers HEAD, and goes out small', async () => {
    const head = await api.app.inject({ method: 'HEAD', url: `/s/${salon.slug}` });
    expect([head.statusCode, head.body, head.headers['content-type']]).toEqual([200, '', 'text/html; charset=utf-8']);
    const { headers, rawPayload } = await get(`/s/${salon.slug}`, { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(rawPayload).toString()).toBe((await get(`/s/${salon.slug}`)).body);
  });
});

describe('what cannot be shown is a page too', () => {
  test('a salon that is not', async () => {
    const { statusCode, headers, body } = await get('/s/nowhere');
    expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(body).toContain('<title>Seite nicht gefunden</title>');
    expect(body).toContain('<meta name="robots" content="noindex" />');
    expect(body).not.toContain('id="salon"');
  });

  test('a salon while the database is away', async () => {
    const gone = new URL(api.database.apiUrl);
    gone.port = '1';
    const db = openDatabase(gone.href, 'gone');
    const app = await api.another({}, { db });
    const { statusCode, headers, body } = await app.inject({ url: `/s/${salon.slug}` });
    expect([statusCode, headers['retry-after']]).toEqual([503, '2']);
    expect(body).toContain('<div id="root">');
    await db.pool.end();
  });

  test('a page asked for too often', async () => {
    const app = await api.another({ RATE_LIMIT: '1/min' });
    await app.inject({ url: `/s/${salon.slug}` });
    const { statusCode, headers, body } = await app.inject({ url: `/s/${salon.slug}` });
    expect([statusCode, Number(headers['retry-after']) > 0, body.includes('<div id="root">')]).toEqual([
      429,
      true,
      true,
    ]);
    expect((await app.inject({ url: '/assets/main-abc123.js' })).statusCode).toBe(200);
  });
});

describe('a visit’s page', () => {
  test('holds nothing of it, is kept by nobody and found by nobody', async () => {
    const { body } = await book(api.app, wish(salon));
    const token = tokenOf(body.booking);
    const page = await get(`/b/${token}?booked`);
    expect([page.statusCode, page.headers['cache-control'], page.headers['x-robots-tag']]).toEqual([
      200,
      'no-store',
      'noindex',
    ]);
    expect(page.headers['referrer-policy']).toBe('no-referrer');
    expect(page.body).not.toContain(token);
    expect(page.body).toBe((await get('/b/whatever')).body);
    expect(page.body).toContain('<meta name="robots" content="noindex" />');
  });
});

describe('files of the page', () => {
  test('that are named by their content are kept for ever, and sent as small as they were built', async () => {
    const { headers, rawPayload } = await get('/assets/main-abc123.js', { 'accept-encoding': 'gzip, br' });
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': expect.stringContaining('javascript; charset=utf-8'),
    });
    expect(brotliDecompressSync(rawPayload).toString()).toBe(SCRIPT);
    expect((await get('/assets/main-abc123.js')).body).toBe(SCRIPT);
    expect((await get('/assets/main-def456.css', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe(
      'gzip',
    );
    const tag = String(headers.etag);
    expect(
      (await get('/assets/main-abc123.js', { 'if-none-match': `"x", ${tag}`, 'accept-encoding': 'br' })).statusCode,
    ).toBe(304);
  });

  test('that keep their names are asked for again, and may be shown in mails', async () => {
    const { statusCode, headers } = await get('/demo/logo.svg');
    expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'image/svg+xml',
      'public, max-age=3600',
    ]);
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  });

  test.each(['/assets/main-abc123.js.map', '/assets/main-abc123.js%2emap', '/demo/logo.js.map'])(
    'that say how our sources read: %s',
    async (url) => {
      expect((await get(url)).statusCode).toBe(404);
    },
  );

  test.each(['/assets/none.js', '/assets/../index.html', '/assets/%2e%2e/index.html', '/index.html', '/assets/'])(
    'that are not there, or are no files: %s',
    async (url) => {
      const { statusCode, headers } = await get(url);
      expect([400, 404]).toContain(statusCode);
      expect(headers['content-type']).toBe('application/problem+json');
    },
  );
});

describe('an address that leads nowhere', () => {
  const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

  test('is a page to a browser, with the same leave as every other', async () => {
    const { statusCode, headers, body } = await get('/nowhere', BROWSER);
    expect([statusCode, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(body).toContain('<title>Seite nicht gefunden</title>');
    const { headers: shown } = await get(`/s/${salon.slug}`);
    expect(headers['content-security-policy']).toBe(shown['content-security-policy']);
    const head = await api.app.inject({ method: 'HEAD', url: '/nowhere', headers: BROWSER });
    expect([head.statusCode, head.headers['content-type'], head.body]).toEqual([404, 'text/html; charset=utf-8', '']);
  });

  test.each([
    ['GET', '/api/nowhere', BROWSER],
    ['GET', '/api', BROWSER],
    ['GET', '/nowhere', { accept: 'application/json' }],
    ['POST', '/nowhere', BROWSER],
  ] as const)('is a problem to a program: %s %s', async (method, url, headers) => {
    const answer = await api.app.inject({ method, url, headers });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'application/problem+json']);
  });
});

describe('the address without a salon', () => {
  test('leads to the demo where it is tried out, and nowhere for an operator’s customers', async () => {
    expect((await get('/')).statusCode).toBe(404);
    await createSalon(api.prisma, { ...SPEC, slug: 'demo' });
    const { statusCode, headers } = await get('/');
    expect([statusCode, headers.location]).toEqual([302, '/s/demo']);
    const app = await api.another({ NODE_ENV: 'production' });
    const nothing = await app.inject({ url: '/' });
    expect([nothing.statusCode, nothing.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
  });
});

test('robots are kept from visits', async () => {
  const { body, headers } = await get('/robots.txt');
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(body).toContain('Disallow: /b/');
});

test('without a built page the API answers alone', async () => {
  const app = await api.another({ WEB_DIR: import.meta.dirname });
  for (const url of [`/s/${salon.slug}`, '/b/token', '/assets/main-abc123.js']) {
    const { statusCode, headers } = await app.inject({ url });
    expect([statusCode, headers['content-type']]).toEqual([404, 'application/problem+json']);
  }
  const asBrowser = await app.inject({ url: '/nowhere', headers: { accept: 'text/html' } });
  expect(asBrowser.headers['content-type']).toBe('application/problem+json');
  expect((await app.inject({ url: '/' })).headers.location).toBe('/api/docs');
});

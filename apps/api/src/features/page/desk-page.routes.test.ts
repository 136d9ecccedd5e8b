import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtPageFixture } from '../../test/built-page.fixture.ts';
import { createSalon } from '../../test/salon-fixture.ts';
import { type TestApi, testApi } from '../../test/test-api.ts';

const built = builtPageFixture();
let api: TestApi;

beforeAll(async () => {
  api = await testApi({ WEB_DIR: built.folder, PUBLIC_URL: 'https://buchen.example' });
});
afterAll(async () => {
  await api.close();
  built.remove();
});

test('every address of the desk brings the same page, which knows nothing of any salon', async () => {
  const salon = await createSalon(api.prisma, {
    staff: ['Mia'],
    services: { Herrenhaarschnitt: { phases: [['work', 30]] } },
  });
  const pages = await Promise.all(
    ['/desk', '/desk/sign-in', '/desk/nobody/calendar', `/desk/${salon.slug}/calendar`].map((url) =>
      api.app.inject({ url }),
    ),
  );
  for (const { statusCode, headers } of pages) {
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect([headers['cache-control'], headers['x-robots-tag']]).toEqual(['no-store', 'noindex']);
  }
  expect(new Set(pages.map(({ body }) => body)).size).toBe(1);
  expect(pages[0]?.body).toContain('src="/assets/desk-abc123.js"');
});

test('it may show a picture that is about to be uploaded, and run no script but its own', async () => {
  const policy = String((await api.app.inject({ url: '/desk' })).headers['content-security-policy']);
  expect(policy).toContain("img-src 'self' https: data: blob:");
  expect(policy).toContain("script-src 'self';");
});

test('its document is not to be had as a file, and search engines are asked to stay out', async () => {
  expect((await api.app.inject({ url: '/desk.html' })).statusCode).toBe(404);
  expect((await api.app.inject({ url: '/robots.txt' })).body).toContain('Disallow: /desk\n');
});

import { expect, test } from 'vitest';
import { plainBreadcrumb, plainEvent } from './plain-event.ts';
import { sentryAddress } from './sentry-address.ts';

/** All that a reporter could gather of one request, and more than it should. */
const GATHERED = {
  event_id: '0123456789abcdef0123456789abcdef',
  platform: 'node',
  level: 'error',
  server_name: 'anna-laptop',
  transaction: 'GET /b/AZ3fKq0_9xWmQhT2vLrB7nPYcE41',
  message: 'for anna@kunde.example',
  exception: {
    values: [
      {
        type: 'Error',
        value: 'no visit of "Anna Petersen"',
        stacktrace: {
          frames: [
            { filename: '/app/apps/api/src/app.ts', lineno: 3, in_app: true, vars: { name: 'Anna Petersen' } },
            { filename: 'https://termine.example/b/AZ3fKq0_9xWmQhT2vLrB7nPYcE41', lineno: 1 },
          ],
        },
      },
    ],
  },
  request: { url: 'https://termine.example/b/AZ3fKq', headers: { cookie: 'salon=secret' }, data: { note: 'allergy' } },
  user: { id: '018f2b6e-0000-7000-8000-000000000000', email: 'anna@kunde.example', ip_address: '203.0.113.7' },
  tags: { salon: 'elbe', feature: 'booking', route: '/api/salons/:slug', mood: 'anna', code: 'Anna Petersen' },
  extra: { body: { name: 'Anna Petersen' } },
  contexts: {
    trace: { trace_id: 'abc', data: { 'url.full': '/b/secret', 'http.route': '/b/:token' } },
    device: { name: 'Annas iPhone' },
  },
  breadcrumbs: [
    { category: 'ui.click', message: 'button "Anna Petersen"', data: { note: 'allergy', to: '/b/secret' } },
  ],
  spans: [{ span_id: 'a', op: 'db', description: "select 'Anna Petersen'", data: { 'db.query': 'anna' } }],
};

test('what leaves the house is about the product, and nothing in it about anybody', () => {
  expect(plainEvent(GATHERED)).toEqual({
    event_id: '0123456789abcdef0123456789abcdef',
    platform: 'node',
    level: 'error',
    transaction: 'GET /b/:token',
    message: 'for [mail]',
    exception: {
      values: [
        {
          type: 'Error',
          value: 'no visit of […]',
          stacktrace: {
            frames: [
              { filename: '/app/apps/api/src/app.ts', lineno: 3, in_app: true },
              { filename: '/b/:token', lineno: 1 },
            ],
          },
        },
      ],
    },
    user: { id: '018f2b6e-0000-7000-8000-000000000000' },
    tags: { salon: 'elbe', feature: 'booking', route: '/api/salons/:slug' },
    contexts: { trace: { trace_id: 'abc', data: { 'http.route': '/b/:token' } } },
    breadcrumbs: [{ category: 'ui.click', message: 'button […]', data: { to: '/b/:token' } }],
    spans: [{ span_id: 'a', op: 'db', description: 'select […]', data: {} }],
  });
});

test('a step is held to the same', () => {
  expect(
    plainBreadcrumb({ category: 'http', message: 'to anna@kunde.example', data: { body: 'x', status: 500 } }),
  ).toEqual({ category: 'http', message: 'to [mail]', data: { status: 500 } });
});

test('a DSN says where envelopes go; anything else says nothing', () => {
  expect(sentryAddress('https://abc@o1.ingest.de.sentry.io/42')?.envelopes).toBe(
    'https://o1.ingest.de.sentry.io/api/42/envelope/?sentry_key=abc&sentry_version=7',
  );
  expect(sentryAddress('http://abc@127.0.0.1:9000/errors/1')?.envelopes).toContain(
    'http://127.0.0.1:9000/errors/api/1/',
  );
  for (const none of ['', 'https://sentry.io/42', 'https://abc@sentry.io/', 'abc@sentry.io/42', 'https://a@b/1\nx']) {
    expect(sentryAddress(none)).toBeUndefined();
  }
});

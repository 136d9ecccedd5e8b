import type { AddressInfo } from 'node:net';
import { keepMail } from '@salon/db/caught-mail';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MONDAY_8AM, type TestApi, testApi } from '../../test/test-api.ts';

let api: TestApi;

beforeAll(async () => {
  api = await testApi();
});
beforeEach(() => api.owner.query('delete from caught_mail'));
afterAll(() => api.close());

const CALENDAR = [
  'BEGIN:VCALENDAR',
  'METHOD:REQUEST',
  'BEGIN:VEVENT',
  'SEQUENCE:1',
  'DTSTART:20261219T130000Z',
  'DTEND:20261219T133000Z',
  'SUMMARY:Herrenhaarschnitt – Salon Elbe',
  'LOCATION:Große Elbstraße 1\\, 22767 Hamburg',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

/** A mail as it goes to a server: text, HTML, the calendar as a form of the mail and as a file. */
const RAW = [
  'From: =?utf-8?q?Salon_Elbe_=C3=BCber_Terminbuch?= <post@terminbuch.example>',
  'To: jonas@kunde.example',
  'Reply-To: hallo@salon-elbe.example',
  'Message-ID: <1@terminbuch.example>',
  'Subject: x',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="m"',
  '',
  '--m',
  'Content-Type: multipart/alternative; boundary="a"',
  '',
  '--a',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'Ihr Termin <ist> bestätigt: https://termine.example/b/x?a=1&b=2',
  '--a',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><head><title>x</title></head><body>Ihr <script>alert(1)</script><a href="https://termine.example">Termin</a></body></html>',
  '--a',
  'Content-Type: text/calendar; charset=utf-8; method=REQUEST',
  '',
  CALENDAR,
  '--a--',
  '--m',
  'Content-Type: application/ics; name="termin.ics"',
  'Content-Disposition: attachment; filename="termin.ics"',
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(CALENDAR).toString('base64'),
  '--m--',
  '',
].join('\r\n');

const keep = (subject: string, raw = RAW, now = MONDAY_8AM) =>
  keepMail(api.owner, { kind: 'confirmation', recipient: 'jonas@kunde.example', subject, raw: Buffer.from(raw) }, now);

async function keptId(): Promise<string> {
  const { rows } = await api.owner.query<{ id: string }>('select id from caught_mail order by id desc limit 1');
  return rows[0]?.id ?? '';
}

const get = (url: string, headers: Record<string, string> = {}) => api.app.inject({ url, headers });

test('with nothing caught it says what to do', async () => {
  const page = await get('/inbox');
  expect([page.statusCode, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.body).toContain('Buchen Sie einen Termin');
  expect((await get('/inbox', { 'accept-language': 'en-GB,de;q=0.8' })).body).toContain('Book an appointment');
});

test('lists what was caught, the newest first, with kind, recipient and time', async () => {
  await keep('Bestätigt: <b>Elbe</b>');
  await keep('Geändert: Elbe', RAW, MONDAY_8AM + 60_000);
  const { body, headers } = await get('/inbox');
  expect(body.indexOf('Geändert: Elbe')).toBeLessThan(body.indexOf('Bestätigt: &lt;b&gt;Elbe&lt;/b&gt;'));
  expect(body).toContain('jonas@kunde.example · Bestätigung · <time datetime="2026-11-23T07:01:00.000Z">');
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

describe('one mail', () => {
  test('shows its head, its text, and what it does to a calendar', async () => {
    await keep('Bestätigt');
    const { body } = await get(`/inbox/${await keptId()}`);
    expect(body).toContain('Salon Elbe über Terminbuch &lt;post@terminbuch.example&gt;');
    expect(body).toContain('hallo@salon-elbe.example');
    expect(body).toContain('Ihr Termin &lt;ist&gt; bestätigt: <a href="https://termine.example/b/x?a=1&amp;b=2"');
    expect(body.match(/Trägt ein oder ersetzt/g)).toHaveLength(1);
    expect(body).toContain('<strong>Herrenhaarschnitt – Salon Elbe</strong>');
    expect(body).toContain('Große Elbstraße 1, 22767 Hamburg');
    expect(body.match(/\/attachments\/\d/g)).toEqual(['/attachments/0']);
  });

  test('shows its HTML in a box that runs nothing', async () => {
    await keep('Bestätigt');
    const id = await keptId();
    const page = await get(`/inbox/${id}`);
    expect(page.body).toContain(`src="/inbox/${id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox"`);
    const mail = await get(`/inbox/${id}/html`);
    const security = String(mail.headers['content-security-policy']);
    expect(security).toContain("default-src 'none'");
    expect(security).toContain('sandbox allow-popups allow-popups-to-escape-sandbox');
    expect(security).toContain("frame-ancestors 'self'");
    expect(security).not.toContain('allow-scripts');
    expect(mail.headers['x-frame-options']).toBe('SAMEORIGIN');
    // Else its links would open inside the box.
    expect(mail.body).toContain('<head><base target="_blank">');
  });

  test('gives out its source and its attachments byte for byte, to be saved rather than shown', async () => {
    await keep('Bestätigt');
    const id = await keptId();
    const source = await get(`/inbox/${id}/source`);
    expect([source.headers['content-type'], source.body]).toEqual(['text/plain; charset=utf-8', RAW]);
    const file = await get(`/inbox/${id}/attachments/0`);
    expect(file.body).toBe(CALENDAR);
    expect(file.headers['content-disposition']).toBe("attachment; filename*=UTF-8''termin.ics");
    expect(file.headers['content-type']).toBe('application/octet-stream');
  });

  test('without HTML it shows the text, and one that is no mail at all is shown too', async () => {
    await keep('Nur Text', 'Subject: x\r\n\r\nHallo');
    const plain = await get(`/inbox/${await keptId()}/html`);
    expect([plain.headers['content-type'], plain.body.trim()]).toEqual(['text/plain; charset=utf-8', 'Hallo']);
    await keep('Nichts', '');
    expect((await get(`/inbox/${await keptId()}`)).statusCode).toBe(200);
  });

  test.each(['x', v7(), `${v7()}/html`, `${v7()}/source`, `${v7()}/attachments/0`])('unknown: %s', async (path) => {
    const answer = await get(`/inbox/${path}`);
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found']);
  });

  test('an attachment it does not have', async () => {
    await keep('Bestätigt');
    const id = await keptId();
    for (const index of ['1', '-1', 'x', '9999999']) {
      expect((await get(`/inbox/${id}/attachments/${index}`)).statusCode).toBe(404);
    }
  });
});

describe('mails are personal', () => {
  const PATHS = async () => {
    const id = await keptId();
    return ['', '/inbox.css', `/${id}`, `/${id}/html`, `/${id}/source`, `/${id}/attachments/0`];
  };

  test('with a mail server there is no inbox', async () => {
    await keep('Bestätigt');
    const app = await api.another({ SMTP_URL: 'smtp://mail.example' });
    for (const path of await PATHS()) expect((await app.inject({ url: `/inbox${path}` })).statusCode).toBe(404);
  });

  const production = { NODE_ENV: 'production', PUBLIC_URL: 'http://localhost:3000' };

  test('in production they are for somebody at the machine itself only', async () => {
    await keep('Bestätigt');
    const app = await api.another(production);
    const look = async (path: string, remoteAddress: string, headers: Record<string, string> = {}) =>
      (await app.inject({ url: `/inbox${path}`, remoteAddress, headers: { host: 'localhost:3000', ...headers } }))
        .statusCode;
    for (const path of await PATHS()) {
      expect(await look(path, '127.0.0.1')).toBe(200);
      expect(await look(path, '::ffff:127.0.0.1')).toBe(200);
      expect(await look(path, '::1', { host: '[::1]:3000' })).toBe(200);
      expect(await look(path, '192.0.2.7')).toBe(404);
      expect(await look(path, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' })).toBe(404);
      expect(await look(path, '127.0.0.1', { forwarded: 'for=127.0.0.1' })).toBe(404);
      expect(await look(path, '127.0.0.1', { via: '1.1 proxy' })).toBe(404);
      // A foreign page whose name was pointed at this machine.
      expect(await look(path, '127.0.0.1', { host: 'evil.example' })).toBe(404);
    }
  });

  test('nor does a trusted proxy make a visitor into somebody at the machine', async () => {
    const app = await api.another({ ...production, TRUST_PROXY: '1' });
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const look = async (headers: Record<string, string>) =>
      (await fetch(`http://127.0.0.1:${port}/inbox`, { headers })).status;
    expect(await look({})).toBe(200);
    expect(await look({ 'x-forwarded-for': '127.0.0.1' })).toBe(404);
  });

  test('nor where the product is public, whatever a proxy before it leaves out', async () => {
    const app = await api.another({ NODE_ENV: 'production', PUBLIC_URL: 'https://termine.example' });
    const answer = await app.inject({ url: '/inbox', remoteAddress: '127.0.0.1', headers: { host: '127.0.0.1:3000' } });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not_found']);
  });
});

test('it is no part of the described API', async () => {
  const document = (await get('/api/openapi.json')).json();
  expect(Object.keys(document.paths).filter((path) => path.includes('inbox'))).toEqual([]);
});

import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keepMail } from './caught-mail.ts';
import { createTestDatabase, type TestDatabase } from './test/test-database.ts';

const NOW = Date.parse('2026-12-01T09:00:00Z');

let database: TestDatabase;
let pool: pg.Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new pg.Pool({ connectionString: database.url, max: 10 });
});
beforeEach(() => pool.query('delete from caught_mail'));
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const mail = (subject: string, raw = 'Subject: x\r\n\r\nx') => ({
  kind: 'confirmation',
  recipient: 'jonas@kunde.example',
  subject,
  raw: Buffer.from(raw),
});

const subjects = async () =>
  (await pool.query<{ subject: string }>('select subject from caught_mail order by id desc')).rows.map(
    ({ subject }) => subject,
  );

test('a mail is kept byte for byte', async () => {
  const raw = 'Subject: =?utf-8?q?Best=C3=A4tigt?=\r\n\r\nGrüße\u0000\r\n';
  await keepMail(pool, mail('Bestätigt', raw), NOW);
  const { rows } = await pool.query('select caught_at, kind, recipient, subject, raw from caught_mail');
  expect(rows).toEqual([{ caught_at: new Date(NOW), ...mail('Bestätigt', raw) }]);
});

test('the newest 500 stay, and order is the order of the clock', async () => {
  for (let n = 0; n < 503; n++) await keepMail(pool, mail(`mail ${n}`), NOW + n);
  const left = await subjects();
  expect(left).toHaveLength(500);
  expect([left[0], left.at(-1)]).toEqual(['mail 502', 'mail 3']);
});

test('a burst leaves too many for a moment at most', async () => {
  for (let n = 0; n < 495; n++) await keepMail(pool, mail(`before ${n}`), NOW + n);
  await Promise.all(Array.from({ length: 20 }, (_, n) => keepMail(pool, mail(`burst ${n}`), NOW + 1000 + n)));
  await keepMail(pool, mail('after'), NOW + 2000);
  const left = await subjects();
  expect(left).toHaveLength(500);
  expect(left[0]).toBe('after');
  expect(left.filter((subject) => subject.startsWith('burst'))).toHaveLength(20);
});

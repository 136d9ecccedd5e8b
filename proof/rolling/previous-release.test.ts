import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MailServer, startMailServer } from '@salon/worker/test/mail-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSalon } from '../../prisma/seed/load/load-salon.ts';
import { deskMembers, type Login } from '../load/desk-members.ts';
import { startSalonDatabase } from '../stack/salon-database.ts';
import { undoStack } from '../stack/undo-stack.ts';
import { beforeNewestMigration, checkOut } from './previous-release.ts';
import { startApi, startWorker } from './programs.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PATIENCE_MS = 180_000;
const DAY = 86_400_000;

const commit = beforeNewestMigration(ROOT);
if (commit === undefined) {
  console.warn('NOT TESTED: the history of this checkout is not here, so no earlier API ran on the schema of today.');
}

describe.skipIf(commit === undefined)('the API of before the newest migrations, on the schema of today', () => {
  const undo = undoStack();
  let baseUrl: string;
  let before: string[];
  let manager: Login;
  let mails: MailServer;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'salon-before-'));
    undo.add(() => rmSync(folder, { recursive: true, force: true }));
    const root = join(folder, 'tree');
    before = checkOut(ROOT, commit ?? '', root);
    const database = await startSalonDatabase({ salons: 1 }, undo);
    [manager = { email: '', password: '' }] = await deskMembers(database.ownerUrl, 1);
    mails = await startMailServer();
    undo.add(mails.stop);
    const told = { database, smtpUrl: mails.url, publicUrl: 'http://localhost:3000', drainSeconds: 0 };
    const api = await startApi('before', { ...told, root });
    undo.add(api.stop);
    // Of today, as a deploy has it: the worker is replaced before the API.
    const worker = await startWorker(told);
    undo.add(worker.stop);
    baseUrl = `http://127.0.0.1:${api.port}`;
  }, PATIENCE_MS);
  afterAll(() => undo.undo(), PATIENCE_MS);

  async function ask(path: string, body?: object, headers: Record<string, string> = {}) {
    const sent = body && { method: 'POST', body: JSON.stringify(body) };
    const type = { 'content-type': 'application/json' };
    const answer = await fetch(baseUrl + path, { ...sent, headers: { ...(body && type), ...headers } });
    const cookie = answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    return { status: answer.status, cookie, body: await answer.json() };
  }

  const mailed = (count: number) =>
    expect
      .poll(() => mails.arrived.filter(({ to }) => to.includes('jonas@kunde.example')), { timeout: 60_000 })
      .toHaveLength(count);

  test('it knows less than the schema does', () => {
    const today = readdirSync(join(ROOT, 'prisma', 'migrations'));
    expect(today.filter((name) => !before.includes(name))).not.toEqual([]);
    expect(before.filter((name) => !today.includes(name))).toEqual([]);
  });

  test('a customer books, sees, moves and cancels, today’s worker mails her each time, and the desk reads her visit', async () => {
    const date = new Date(Date.now() + 3 * DAY).toISOString().slice(0, 10);
    const wish = {
      ...{ salonSlug: 'load-001', service: 'Haarschnitt', date, time: '10:00' },
      customer: { name: 'Jonas Petersen', email: 'jonas@kunde.example' },
    };
    const booked = await ask('/api/bookings/public', wish, { 'idempotency-key': 'on-a-newer-schema' });
    expect(booked.status).toBe(201);
    await mailed(1);
    const manage = `/api/bookings/manage/${booked.body.booking.manageUrl.split('/b/')[1]}`;
    expect(await ask(manage)).toMatchObject({
      status: 200,
      body: { booking: { status: 'confirmed' }, canCancel: true },
    });
    const other = { date, time: '12:00', version: booked.body.booking.version };
    expect(await ask(`${manage}/reschedule`, other, { 'idempotency-key': 'moved' })).toMatchObject({ status: 200 });
    await mailed(2);

    const { cookie, status } = await ask('/api/auth/sign-in', manager, { origin: 'http://localhost:3000' });
    expect(status).toBe(200);
    const calendar = await ask(`/api/desk/${loadSalon(1).salon.id}/calendar?from=${date}&days=1`, undefined, {
      cookie,
    });
    expect(calendar.status).toBe(200);
    expect(JSON.stringify(calendar.body)).toContain('Jonas Petersen');
    expect(await ask(`${manage}/cancel`, {})).toMatchObject({
      status: 200,
      body: { booking: { status: 'cancelled' } },
    });
    await mailed(3);
  });
});

import type { TimeOffMail } from '@salon/contracts/time-off-mail';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '../test/mail-server.ts';
import { type TestWorker, testWorker } from '../test/test-worker.ts';

let server: MailServer;
let worker: TestWorker;

beforeAll(async () => {
  server = await startMailServer();
  worker = await testWorker('postgres', { SMTP_URL: server.url });
});
afterAll(async () => {
  await worker.close();
  await server.stop();
});

/** Time off as it was decided, and the mail the API asks for then. */
async function decided(recipient: string, kind: TimeOffMail['kind'], told = 2) {
  const salon = await worker.salon();
  const [staffId, id, message] = [v7(), v7(), v7()];
  await worker.owner.query("insert into staff (salon_id, id, name, position) values ($1, $2, 'Mara', 0)", [
    salon.id,
    staffId,
  ]);
  await worker.owner.query(
    `insert into time_off_request (salon_id, id, staff_id, state, first_date, last_date, reason, decided_by,
       decided_at, answer, created_at, version)
     values ($1, $2, $3, 'declined', '2026-12-21', '2026-12-24', 'Operation', 'Maren', now(), 'Da ist Messe.', now(), 2)`,
    [salon.id, id, staffId],
  );
  const content = { locale: 'de', timeOffRequestId: id, version: told };
  const at = new Date(worker.clock.now);
  await worker.owner.query(
    `insert into message (salon_id, id, kind, sequence, recipient, due_at, created_at, content)
     values ($1, $2, $3, 4711, $4, $5, $5, $6)`,
    [salon.id, message, kind, recipient, at, JSON.stringify(content)],
  );
  await worker.turn();
  const sql = 'select state, drop_reason, content from message where id = $1';
  const row = (await worker.owner.query(sql, [message])).rows[0];
  return { salon, row, mail: server.arrived.find(({ to }) => to.includes(recipient))?.mail };
}

test('she reads what became of it, by the salon’s team page; why she asked is in no mail', async () => {
  const { salon, row, mail } = await decided('mara@salon.example', 'time_off_declined');
  expect(mail?.subject).toBe('Abgelehnt: Ihre freie Zeit, Mo., 21. Dezember bis Do., 24. Dezember');
  expect(mail?.text).toContain('Da ist Messe.');
  expect(mail?.text).toContain(`https://termine.example/desk/${salon.slug}/team`);
  expect(`${mail?.text}${mail?.html}`).not.toContain('Operation');
  expect(row).toEqual({ state: 'sent', drop_reason: null, content: null });
});

test('a mail that waited while it was decided again is not sent: the later one tells', async () => {
  const { row, mail } = await decided('lina@salon.example', 'time_off_approved', 1);
  expect([row, mail]).toEqual([{ state: 'dropped', drop_reason: 'decided_again', content: null }, undefined]);
});

test('the worker reads what a mail tells, and not why somebody wants to be away', async () => {
  const granted = `select has_column_privilege('salon_worker', 'time_off_request', $1, 'select') as granted`;
  const may = async (column: string) => (await worker.owner.query(granted, [column])).rows[0].granted;
  expect([await may('answer'), await may('reason')]).toEqual([true, false]);
});

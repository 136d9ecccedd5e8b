import { type AccountMail, NO_SALON } from '@salon/contracts/account-mail';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type MailServer, startMailServer } from '../test/mail-server.ts';
import { DAY, MONDAY_8AM, type TestWorker, testWorker } from '../test/test-worker.ts';

let server: MailServer;
let worker: TestWorker;

beforeAll(async () => {
  server = await startMailServer();
  worker = await testWorker('postgres', { SMTP_URL: server.url });
});
beforeEach(() => {
  worker.clock.now = MONDAY_8AM;
});
afterAll(async () => {
  await worker.close();
  await server.stop();
});

const LINK = 'https://termine.example/desk/reset/nur-einmal';
const RESET: AccountMail = { kind: 'reset_password', locale: 'de', url: LINK };

/** Asks for a mail as the API does. */
async function ask(recipient: string, { kind, ...content }: AccountMail, salonId = NO_SALON) {
  const id = v7();
  await worker.owner.query(
    `insert into message (salon_id, id, kind, sequence, recipient, due_at, created_at, content)
     values ($1, $2, $3, 4711, $4, $5, $5, $6)`,
    [salonId, id, kind, recipient, new Date(worker.clock.now), JSON.stringify(content)],
  );
  return id;
}
const rowOf = async (id: string) =>
  (await worker.owner.query('select state, content, last_error, drop_reason from message where id = $1', [id])).rows[0];
const mailsTo = (address: string) => server.arrived.filter(({ to }) => to.includes(address)).map(({ mail }) => mail);

test('a mail about a login goes out in the operator’s name, and its link leaves the row', async () => {
  const id = await ask('maren@salon.example', RESET);
  await worker.turn();
  const [mail] = mailsTo('maren@salon.example');
  expect(mail?.text).toContain(LINK);
  expect([mail?.from?.name, mail?.replyTo]).toEqual(['Salonbuchung', undefined]);
  expect(await rowOf(id)).toMatchObject({ state: 'sent', content: null });
});

test('an invitation goes out in the name of the salon that invites', async () => {
  const salon = await worker.salon();
  const url = 'https://termine.example/desk/invitation/TOKEN';
  await ask(
    'jonas@salon.example',
    { kind: 'invitation', locale: 'de', url, invitedBy: 'Maren', role: 'staff' },
    salon.id,
  );
  await worker.turn();
  const [mail] = mailsTo('jonas@salon.example');
  expect(mail?.subject).toBe('Einladung: Arbeiten Sie mit bei Salon Elbe');
  expect(mail?.replyTo).toMatchObject([{ address: 'team@elbe.example' }]);
});

test('while the server is away the mail waits with its link, and goes out later', async () => {
  server.mood = { code: 451, words: 'later' };
  const id = await ask('lina@salon.example', RESET);
  await worker.turn();
  expect(await rowOf(id)).toMatchObject({ state: 'due', content: { url: LINK } });
  server.mood = 'takes';
  worker.clock.now += DAY / 24;
  await worker.turn();
  expect(await rowOf(id)).toMatchObject({ state: 'sent', content: null });
  expect(mailsTo('lina@salon.example')).toHaveLength(1);
});

test('a mail that will never go out loses its link too', async () => {
  server.mood = { code: 550, words: 'no such person' };
  const id = await ask('niemand@salon.example', RESET);
  await worker.turn();
  server.mood = 'takes';
  expect(await rowOf(id)).toMatchObject({ state: 'failed', content: null });
});

test('the database keeps no link of a mail that has ended, whoever asks it', async () => {
  const id = await ask('ben@salon.example', RESET);
  const kept = worker.owner.query("update message set state = 'sent', sent_at = now() where id = $1", [id]);
  await expect(kept).rejects.toMatchObject({ constraint: 'message_content_leaves' });
  await worker.turn();
});

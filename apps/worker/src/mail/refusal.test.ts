import { MailAddressError } from '@salon/emails/envelope';
import { expect, test } from 'vitest';
import { refusalOf } from './refusal.ts';

const smtp = (command: string, responseCode: number, response: string) =>
  Object.assign(new Error('Message failed'), { command, responseCode, response });

test.each([
  ['an unknown mailbox', smtp('RCPT TO', 550, '550 5.1.1 unknown'), true],
  ['a mail that is refused', smtp('DATA', 554, '554 spam'), true],
  ['a full mailbox', smtp('RCPT TO', 452, '452 full'), false],
  ['a wrong password, which the operator mends', smtp('AUTH PLAIN', 535, '535 no'), false],
  ['a sender the server does not know', smtp('MAIL FROM', 553, '553 not yours'), false],
  ['a server that greets nobody', smtp('CONN', 554, '554 go away'), false],
  ['a server that is away', Object.assign(new Error('connect ECONNREFUSED'), { command: 'CONN' }), false],
  ['an address that is none', new MailAddressError('no'), true],
])('%s', (_story, error, permanent) => {
  expect(refusalOf(error).permanent).toBe(permanent);
});

test('the words are on one line, and not endless', () => {
  expect(refusalOf(smtp('RCPT TO', 550, '550-no\r\n550 really')).words).toBe('550-no 550 really');
  expect(refusalOf(smtp('RCPT TO', 550, 'x'.repeat(9_000))).words).toHaveLength(500);
});

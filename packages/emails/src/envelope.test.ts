import { describe, expect, test } from 'vitest';
import { envelopeOf, MailAddressError } from './envelope.ts';
import { anyMail, DU, ENGLISH, KINDS, noticeMail, SIE, visitMail } from './mail.fixture.ts';
import type { MailModel } from './mail.ts';
import { isMailAddress, parseMailbox } from './mailbox.ts';

const ID = '019afc7e-93b0-7cc3-98c4-dc0c0c07398f';

test.each(KINDS)('%s: the operator sends it, to one address, as the same message each time', (kind) => {
  const mail = anyMail(kind, SIE);
  const envelope = envelopeOf(mail, ID);
  expect(envelope).toEqual(envelopeOf({ ...mail, now: mail.now + 86_400_000 }, ID));
  expect(envelope.messageId).toBe(`<${ID}@terminbuch.example>`);
  expect(envelope.from.address).toBe('post@terminbuch.example');
  expect(envelope.to).toEqual({ name: '', address: mail.recipient });
  // A list can be left; these are answers to what somebody did.
  expect(Object.keys(envelope.headers).sort()).toEqual(['Auto-Submitted', 'X-Auto-Response-Suppress']);
});

test('a customer sees the salon and answers to it', () => {
  const { from, replyTo } = envelopeOf(visitMail('confirmation', DU), ID);
  expect(from.name).toBe('Salon Elbe über Terminbuch');
  expect(replyTo).toEqual({ name: 'Salon Elbe', address: 'hallo@salon-elbe.example' });
  expect(envelopeOf(visitMail('confirmation', ENGLISH), ID).from.name).toBe('Salon Elbe via Terminbuch');
});

test('the salon sees the operator and answers to the customer', () => {
  const { from, replyTo } = envelopeOf(noticeMail('notice_booked', SIE), ID);
  expect(from.name).toBe('Terminbuch');
  expect(replyTo).toEqual({ name: 'Jonas Petersen', address: 'jonas@kunde.example' });
});

test('without an address for answers there is none', () => {
  expect(envelopeOf(visitMail('moved', SIE, { salon: { email: null } }), ID)).not.toHaveProperty('replyTo');
  expect(envelopeOf(noticeMail('notice_moved', SIE, { visit: { email: null } }), ID)).not.toHaveProperty('replyTo');
});

describe('names in the head', () => {
  const names = (name: string, operator: string | null = null) => {
    const mail: MailModel = { ...visitMail('confirmation', SIE, { salon: { name } }) };
    return envelopeOf({ ...mail, operator: { name: operator, address: 'post@terminbuch.example' } }, ID).from.name;
  };
  test.each([
    ['Salon Elbe', 'Salon Elbe'],
    ['Chef <chef@bank.example>', 'Chef chef bank.example'],
    ['Salon\r\nBcc: all@kunde.example', 'Salon Bcc: all kunde.example'],
    ['\u202eeblE', 'eblE'],
    ['@<>"', ''],
    ['S'.repeat(200), 'S'.repeat(70)],
  ])('%s', (name, shown) => expect(names(name)).toBe(shown));

  test('without a salon’s name the operator’s stands', () => expect(names('"', 'Terminbuch')).toBe('Terminbuch'));
});

describe('one plain address', () => {
  test.each(['jonas@kunde.example', 'o.k+salon@müller.example', "o'neil@kunde.example", 'a@localhost'])(
    '%s is',
    (text) => expect(isMailAddress(text)).toBe(true),
  );
  test.each([
    '',
    'jonas',
    'jane@example.org\r\nbcc: evil@example.org',
    'jane@example.org, evil@example.org',
    'jane@example.org;evil@example.org',
    'Jane <jane@example.org>',
    'jane@example.org (comment)',
    '"jane doe"@example.org',
    'jane@[127.0.0.1]',
    'jane@@example.org',
    'jane@example.org\u0000',
    'jane@-example.org',
    `${'x'.repeat(65)}@example.org`,
    `jane@${'x'.repeat(260)}.org`,
  ])('%j is not', (recipient) => {
    expect(isMailAddress(recipient)).toBe(false);
    expect(() => envelopeOf({ ...visitMail('confirmation', SIE), recipient }, ID)).toThrow(MailAddressError);
  });
});

test.each([
  ['post@terminbuch.example', { name: null, address: 'post@terminbuch.example' }],
  ['Terminbuch <post@terminbuch.example>', { name: 'Terminbuch', address: 'post@terminbuch.example' }],
  [
    ' "Terminbuch, Hamburg" <post@terminbuch.example> ',
    { name: 'Terminbuch, Hamburg', address: 'post@terminbuch.example' },
  ],
  ['Terminbuch', undefined],
  ['a@b.example, c@d.example', undefined],
  ['Terminbuch <post@terminbuch.example>\r\nBcc: x@y.example', undefined],
])('MAIL_FROM=%s', (text, mailbox) => expect(parseMailbox(text)).toEqual(mailbox));

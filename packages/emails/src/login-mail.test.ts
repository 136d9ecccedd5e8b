import type { AccountMail } from '@salon/contracts/account-mail';
import { describe, expect, test } from 'vitest';
import { envelopeOf } from './envelope.ts';
import { SALON, SIE } from './mail.fixture.ts';
import type { LoginMail, MailSalon } from './mail.ts';
import { renderMail } from './render-mail.ts';

const OPERATOR = { name: 'Terminbuch', address: 'post@terminbuch.example' };
const OWN: MailSalon = {
  ...SALON,
  name: 'Terminbuch',
  ...{ phone: null, email: null, colour: null },
  address: { street: null, postalCode: null, city: null },
};

const url = (path: string) => `https://termine.example/desk/${path}`;
const mailsIn = (locale: 'de' | 'en'): AccountMail[] => [
  { kind: 'confirm_address', locale, url: url('confirm/TOKEN') },
  { kind: 'address_known', locale, url: url('sign-in') },
  { kind: 'allow_new_address', locale, url: url('confirm/TOKEN'), newAddress: 'neu@salon.example' },
  { kind: 'confirm_new_address', locale, url: url('confirm/TOKEN') },
  { kind: 'reset_password', locale, url: url('reset/TOKEN') },
  ...(['second_factor_on', 'second_factor_off', 'recovery_codes', 'password', 'passkey'] as const).map(
    (change): AccountMail => ({ kind: 'login_changed', locale, url: url('account'), change }),
  ),
  ...(['owner', 'manager', 'staff'] as const).map(
    (role): AccountMail => ({
      kind: 'invitation',
      locale,
      url: url('invitation/TOKEN'),
      invitedBy: 'Maren Petersen',
      role,
    }),
  ),
];

function loginMail(mail: AccountMail): LoginMail {
  const salon = mail.kind === 'invitation' ? SALON : OWN;
  return { ...SIE, operator: OPERATOR, salon, now: 0, recipient: 'maren@salon.example', ...mail };
}
const first = (kind: AccountMail['kind'], locale: 'de' | 'en' = 'de') => {
  const mail = mailsIn(locale).find((one) => one.kind === kind);
  if (mail === undefined) throw new Error(kind);
  return loginMail(mail);
};
const every = (['de', 'en'] as const).flatMap((locale) =>
  mailsIn(locale).map((mail) => ({ name: `${locale} ${mail.kind}`, mail: loginMail(mail), locale, link: mail.url })),
);

describe.each(every)('$name', ({ mail, locale, link }) => {
  const { subject, html, text, attachments } = renderMail(mail);

  test('leads to one place, and says the same in both parts', () => {
    const links = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(links.filter((href) => !/^(tel|https:\/\/www\.google)/.test(href ?? ''))).toEqual([link]);
    expect(text.split(link)).toHaveLength(2);
    expect(attachments).toEqual([]);
    const read = html.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&');
    for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('https://'))) {
      for (const part of line.replace(/:$/, '').split(', ')) expect(read).toContain(part);
    }
  });

  test('is in one language, and loads nothing', () => {
    expect(html).toContain(`<html lang="${locale}"`);
    expect(text).not.toMatch(locale === 'de' ? /\b(du|dein|dich|dir|the|your)\b/i : /\b(Sie|Ihr|Ihre|der|bei)\b/);
    expect(html).not.toMatch(/<(script|img|link|iframe|object|form)\b|@import|url\(/i);
    for (const part of [subject, html, text]) expect(part).not.toMatch(/undefined|null|\[object/);
    expect([...subject].length).toBeLessThanOrEqual(78);
  });
});

test('the first line says what it is about', () => {
  const lines = (['confirm_address', 'reset_password', 'allow_new_address', 'invitation'] as const).map(
    (kind) => renderMail(first(kind)).text.split('\n')[0],
  );
  expect(lines).toEqual([
    'Noch ein Schritt, dann ist Ihr Konto bei Terminbuch fertig.',
    'Hier legen Sie ein neues Passwort für Terminbuch fest.',
    'Ihr Konto soll künftig zu neu@salon.example gehören.',
    'Maren Petersen lädt Sie ein, bei Salon Elbe mitzuarbeiten.',
  ]);
  expect(renderMail(first('login_changed', 'en')).text).toMatch(/^Your second factor is now switched on\./);
});

test('the operator sends them; an invitation comes from the salon, which is answered', () => {
  const head = (kind: AccountMail['kind']) => envelopeOf(first(kind), 'id');
  expect([head('reset_password').from.name, head('reset_password').replyTo]).toEqual(['Terminbuch', undefined]);
  expect(head('invitation').from.name).toBe('Salon Elbe über Terminbuch');
  expect(head('invitation').replyTo?.address).toBe('hallo@salon-elbe.example');
});

test('whoever invites cannot write something else into the mail', () => {
  const invitedBy = '<a href="https://boese.example">Gewinn</a> www.boese.example\r\nBcc: alle@salon.example';
  const { html, text, subject } = renderMail(loginMail({ ...mailOf('invitation'), invitedBy }));
  expect(html).not.toContain('<a href="https://boese');
  expect(text).not.toMatch(/www\.boese|\nBcc/);
  expect(subject).toBe('Einladung: Arbeiten Sie mit bei Salon Elbe');
});

function mailOf<Kind extends AccountMail['kind']>(kind: Kind) {
  return mailsIn('de').find((one) => one.kind === kind) as Extract<AccountMail, { kind: Kind }>;
}
